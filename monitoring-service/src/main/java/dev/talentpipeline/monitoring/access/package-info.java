/** Who may ask: operations alone. */
@NullMarked
package dev.talentpipeline.monitoring.access;

import org.jspecify.annotations.NullMarked;
