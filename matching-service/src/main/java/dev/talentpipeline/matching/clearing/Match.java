package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.market.Versions;
import dev.talentpipeline.matching.preference.Score;

/**
 * A pair that a clearing brought together, with its explanation.
 *
 * @param versions what the clearing saw
 * @param studentRank place of the internship among all eligible ones in the student's order, 1 is best
 * @param internshipRank place of the student among all eligible ones in the internship's order, 1 is best
 */
public record Match(Pair pair, Versions versions, Score score, int studentRank, int internshipRank) {}
