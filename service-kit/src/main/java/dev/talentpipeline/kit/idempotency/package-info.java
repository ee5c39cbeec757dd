/** One answer per idempotency key. A service keeps the answers; what is done with them is done here. */
@NullMarked
package dev.talentpipeline.kit.idempotency;

import org.jspecify.annotations.NullMarked;
