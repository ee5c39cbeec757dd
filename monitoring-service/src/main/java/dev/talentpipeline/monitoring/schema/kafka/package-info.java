/** What the registry knows of schemas. */
@NullMarked
package dev.talentpipeline.monitoring.schema.kafka;

import org.jspecify.annotations.NullMarked;
