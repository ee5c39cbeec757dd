/** The topic catalogue, as the services share it. */
@NullMarked
package dev.talentpipeline.monitoring.flow.kafka;

import org.jspecify.annotations.NullMarked;
