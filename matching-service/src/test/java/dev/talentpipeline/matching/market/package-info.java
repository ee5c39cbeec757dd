/** Tests of the package of the same name. */
@NullMarked
package dev.talentpipeline.matching.market;

import org.jspecify.annotations.NullMarked;
