/** How the console calls the services behind it. */
@NullMarked
package dev.talentpipeline.console.services;

import org.jspecify.annotations.NullMarked;
