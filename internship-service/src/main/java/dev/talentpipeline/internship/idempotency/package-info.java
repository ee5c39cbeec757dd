/** One answer per idempotency key. */
@NullMarked
package dev.talentpipeline.internship.idempotency;

import org.jspecify.annotations.NullMarked;
