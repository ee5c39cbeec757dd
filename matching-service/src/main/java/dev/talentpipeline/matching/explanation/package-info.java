/** What the market says about itself: who stands where with whom, and why. Pure Java; what it tells is read from published snapshots. */
@NullMarked
package dev.talentpipeline.matching.explanation;

import org.jspecify.annotations.NullMarked;
