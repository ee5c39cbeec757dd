/** Checks what the engine found without sharing code with it. Pure Java. */
@NullMarked
package dev.talentpipeline.matching.engine.verification;

import org.jspecify.annotations.NullMarked;
