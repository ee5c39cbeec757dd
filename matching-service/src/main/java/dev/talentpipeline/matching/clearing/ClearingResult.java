package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.engine.verification.Verdict;
import dev.talentpipeline.matching.market.Programme;
import java.time.Instant;
import java.util.List;

/**
 * What a clearing found.
 *
 * @param asOf the moment whose market it read
 * @param matches the matched pairs, by student id; not to be released unless the verdict is sound
 * @param students students in the market
 * @param internships internships with a free seat
 * @param studentOptimal whether the matching is surely the best stable one for the students; otherwise it is stable, and may or may not be
 * @param cutoffs those that may have moved since the last clearing, as they stand once the matches are released; as they are if nothing is
 */
public record ClearingResult(
        Programme programme,
        Instant asOf,
        List<Match> matches,
        Verdict verdict,
        int students,
        int internships,
        int freeSeats,
        boolean studentOptimal,
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
        return verdict.sound() && programme.releases();
    }
}
