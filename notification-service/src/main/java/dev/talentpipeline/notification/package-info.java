/** Tells people what happened to their offers. */
@NullMarked
package dev.talentpipeline.notification;

import org.jspecify.annotations.NullMarked;
