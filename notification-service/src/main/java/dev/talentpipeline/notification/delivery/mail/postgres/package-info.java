/** The queue of mails in PostgreSQL, and the lock that makes its sender the only one. */
@NullMarked
package dev.talentpipeline.notification.delivery.mail.postgres;

import org.jspecify.annotations.NullMarked;
