/** The journal's one reader of all topics. */
@NullMarked
package dev.talentpipeline.monitoring.journal.kafka;

import org.jspecify.annotations.NullMarked;
