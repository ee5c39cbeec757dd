/** One run of the matcher over a market: deferred acceptance, its verification, cutoffs and hashes. Pure Java. */
@NullMarked
package dev.talentpipeline.matching.clearing;

import org.jspecify.annotations.NullMarked;
