/** What operations promises of the pipeline's pace, and whether it is kept. */
@NullMarked
package dev.talentpipeline.monitoring.servicelevel;

import org.jspecify.annotations.NullMarked;
