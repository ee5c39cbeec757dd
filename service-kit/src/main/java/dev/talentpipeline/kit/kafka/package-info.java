/** How a service listens to events: faults of the record become dead letters, faults of the environment are retried without end. */
@NullMarked
package dev.talentpipeline.kit.kafka;

import org.jspecify.annotations.NullMarked;
