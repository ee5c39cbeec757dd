/** Tests of the whole service. */
@NullMarked
package dev.talentpipeline.matching;

import org.jspecify.annotations.NullMarked;
