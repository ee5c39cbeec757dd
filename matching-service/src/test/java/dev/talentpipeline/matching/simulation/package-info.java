/** Tests of the package of the same name. */
@NullMarked
package dev.talentpipeline.matching.simulation;

import org.jspecify.annotations.NullMarked;
