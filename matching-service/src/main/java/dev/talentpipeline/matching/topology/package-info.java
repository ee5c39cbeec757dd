/**
 * The market as a Kafka Streams topology: events come in, clearings run, proposals, reports and cutoffs go out. One task holds all
 * programmes of one partition number.
 */
@NullMarked
package dev.talentpipeline.matching.topology;

import org.jspecify.annotations.NullMarked;
