/** Clears markets that are given whole, and that nobody is in. Pure Java. */
@NullMarked
package dev.talentpipeline.matching.simulation;

import org.jspecify.annotations.NullMarked;
