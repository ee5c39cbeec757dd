/** Metrics that every service takes, and names, in the same way. */
@NullMarked
package dev.talentpipeline.kit.metrics;

import org.jspecify.annotations.NullMarked;
