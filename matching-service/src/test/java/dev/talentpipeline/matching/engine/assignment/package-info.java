/** Tests of the package of the same name. */
@NullMarked
package dev.talentpipeline.matching.engine.assignment;

import org.jspecify.annotations.NullMarked;
