/** Labels as they arrive on their topics. */
@NullMarked
package dev.talentpipeline.notification.listing.kafka;

import org.jspecify.annotations.NullMarked;
