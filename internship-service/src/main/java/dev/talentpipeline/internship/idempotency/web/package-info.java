/** Idempotency keys over HTTP. */
@NullMarked
package dev.talentpipeline.internship.idempotency.web;

import org.jspecify.annotations.NullMarked;
