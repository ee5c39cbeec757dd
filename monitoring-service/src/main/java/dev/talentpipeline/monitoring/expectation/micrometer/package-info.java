/** Expectations as metrics, and the clock that has them looked at. */
@NullMarked
package dev.talentpipeline.monitoring.expectation.micrometer;

import org.jspecify.annotations.NullMarked;
