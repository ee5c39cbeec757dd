/** Idempotency keys over HTTP. */
@NullMarked
package dev.talentpipeline.notification.idempotency.web;

import org.jspecify.annotations.NullMarked;
