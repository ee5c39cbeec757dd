/** The offers, placements and meetings that notices are made from. */
@NullMarked
package dev.talentpipeline.notification.inbox.kafka;

import org.jspecify.annotations.NullMarked;
