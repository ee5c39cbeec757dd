/** What could not be processed, by its cause. */
@NullMarked
package dev.talentpipeline.monitoring.deadletter;

import org.jspecify.annotations.NullMarked;
