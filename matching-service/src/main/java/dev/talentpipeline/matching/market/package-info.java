/** What matching knows of a programme: facts, seats that are taken, pairs that are kept apart. Pure Java. */
@NullMarked
package dev.talentpipeline.matching.market;

import org.jspecify.annotations.NullMarked;
