/** How far every reader is behind, in events, in time and in what waits. */
@NullMarked
package dev.talentpipeline.monitoring.lag;

import org.jspecify.annotations.NullMarked;
