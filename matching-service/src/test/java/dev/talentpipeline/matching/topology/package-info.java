/** Tests of the package of the same name. */
@NullMarked
package dev.talentpipeline.matching.topology;

import org.jspecify.annotations.NullMarked;
