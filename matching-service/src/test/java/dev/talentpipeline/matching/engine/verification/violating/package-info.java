/** Code that breaks the rules of the house on purpose, to show that they can fire. */
@NullMarked
package dev.talentpipeline.matching.engine.verification.violating;

import org.jspecify.annotations.NullMarked;
