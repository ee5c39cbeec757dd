/** The facts of a market as flat arrays of numbers, and the judging of pairs over them. Pure Java. */
@NullMarked
package dev.talentpipeline.matching.engine.columns;

import org.jspecify.annotations.NullMarked;
