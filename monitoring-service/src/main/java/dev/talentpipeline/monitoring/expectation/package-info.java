/** What should have happened by now and has not. */
@NullMarked
package dev.talentpipeline.monitoring.expectation;

import org.jspecify.annotations.NullMarked;
