/** How texts stand in the cells of tables that people fill in, and how those are written that they are given: what is read back is what was written. */
@NullMarked
package dev.talentpipeline.kit.cell;

import org.jspecify.annotations.NullMarked;
