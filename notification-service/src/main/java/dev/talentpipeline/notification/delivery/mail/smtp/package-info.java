/** The way to the SMTP server. */
@NullMarked
package dev.talentpipeline.notification.delivery.mail.smtp;

import org.jspecify.annotations.NullMarked;
