/** Preferences in their table. */
@NullMarked
package dev.talentpipeline.notification.preference.postgres;

import org.jspecify.annotations.NullMarked;
