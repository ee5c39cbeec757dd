/** Notices in PostgreSQL. */
@NullMarked
package dev.talentpipeline.notification.inbox.postgres;

import org.jspecify.annotations.NullMarked;
