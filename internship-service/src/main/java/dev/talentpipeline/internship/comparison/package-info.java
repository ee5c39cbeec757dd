/** Comparison: how two seasons of a programme went. */
@NullMarked
package dev.talentpipeline.internship.comparison;

import org.jspecify.annotations.NullMarked;
