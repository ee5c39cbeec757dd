/** Tests of the package of the same name. */
@NullMarked
package dev.talentpipeline.matching.preference;

import org.jspecify.annotations.NullMarked;
