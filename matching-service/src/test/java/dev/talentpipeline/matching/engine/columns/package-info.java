/** Tests of the package of the same name. */
@NullMarked
package dev.talentpipeline.matching.engine.columns;

import org.jspecify.annotations.NullMarked;
