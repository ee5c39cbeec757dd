/** Tests of the package of the same name. */
@NullMarked
package dev.talentpipeline.matching.engine.verification;

import org.jspecify.annotations.NullMarked;
