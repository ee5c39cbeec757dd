/** Who writes what and who reads it, as seen, against what is declared. */
@NullMarked
package dev.talentpipeline.monitoring.flow;

import org.jspecify.annotations.NullMarked;
