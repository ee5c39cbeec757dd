/** What identity asks of the services behind the console. */
@NullMarked
package dev.talentpipeline.console.identity.http;

import org.jspecify.annotations.NullMarked;
