/** Tests of the package of the same name. */
@NullMarked
package dev.talentpipeline.matching.clearing;

import org.jspecify.annotations.NullMarked;
