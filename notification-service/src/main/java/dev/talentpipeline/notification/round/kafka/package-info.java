/** Students and rounds as the topics tell of them. */
@NullMarked
package dev.talentpipeline.notification.round.kafka;

import org.jspecify.annotations.NullMarked;
