/** Kept answers in their table. */
@NullMarked
package dev.talentpipeline.notification.idempotency.postgres;

import org.jspecify.annotations.NullMarked;
