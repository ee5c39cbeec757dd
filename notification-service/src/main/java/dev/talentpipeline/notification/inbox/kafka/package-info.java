/** The offers, placements, meetings and imports that notices are made from. */
@NullMarked
package dev.talentpipeline.notification.inbox.kafka;

import org.jspecify.annotations.NullMarked;
