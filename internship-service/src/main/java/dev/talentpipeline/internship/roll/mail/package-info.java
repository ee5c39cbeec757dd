/** Reminders by mail. */
@NullMarked
package dev.talentpipeline.internship.roll.mail;

import org.jspecify.annotations.NullMarked;
