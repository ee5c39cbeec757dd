package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.clearing.StabilityVerifier.Verdict;
import dev.talentpipeline.matching.preference.RankedMarket;
import java.util.List;

/**
 * What a clearing found.
 *
 * @param ranked the market that it read
 * @param matches the matched pairs, by student id; not to be released unless the verdict is sound
 * @param students free students that took part
 * @param internships internships with a free seat that took part
 * @param cutoffs of every internship that takes part, as they stand once the matches are released; as they are if nothing is
 */
public record ClearingResult(
        RankedMarket ranked,
        List<Match> matches,
        Verdict verdict,
        int students,
        int internships,
        int freeSeats,
        List<Cutoff> cutoffs,
        String inputHash,
        String seedHash,
        String resultHash) {

    public ClearingResult {
        matches = List.copyOf(matches);
        cutoffs = List.copyOf(cutoffs);
    }

    public int unmatched() {
        return students - matches.size();
    }

    /** Whether the matches may become proposals: they hold, and the programme lets them out. */
    public boolean releasable() {
        return verdict.sound() && ranked.market().programme().releases();
    }
}
