/** The relay that carries the outbox to Kafka. */
@NullMarked
package dev.talentpipeline.internship.outbox.kafka;

import org.jspecify.annotations.NullMarked;
