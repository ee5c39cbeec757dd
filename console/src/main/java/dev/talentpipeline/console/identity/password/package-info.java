/** What a password must be, and how it is changed and reset. Knows no framework. */
@NullMarked
package dev.talentpipeline.console.identity.password;

import org.jspecify.annotations.NullMarked;
