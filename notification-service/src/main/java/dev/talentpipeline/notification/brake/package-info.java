/** What operations sets to keep mails and messages to systems from leaving, or from leaving too fast. */
@NullMarked
package dev.talentpipeline.notification.brake;

import org.jspecify.annotations.NullMarked;
