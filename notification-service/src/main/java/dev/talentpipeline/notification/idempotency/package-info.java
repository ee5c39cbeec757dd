/** The same answer to a request that is sent again under the same key. */
@NullMarked
package dev.talentpipeline.notification.idempotency;

import org.jspecify.annotations.NullMarked;
