/** Placements as events. */
@NullMarked
package dev.talentpipeline.internship.placement.kafka;

import org.jspecify.annotations.NullMarked;
