package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.market.Programme;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What one clearing read and did: counts and hashes, no person.
 *
 * @param took verification included
 * @param proposals proposals released
 * @param held pairs matched but not released, because the programme is held
 * @param leftOut entities left out because their events could not be applied, and pairs about which something changed while they were
 *     matched
 * @param blockingPairs what the verifier found wrong; not 0: nothing was released
 * @param offsets per input topic the next offset to read in the programme's partition
 */
public record Report(
        String programmeId,
        long clearing,
        Programme.Mode mode,
        Instant startedAt,
        Duration took,
        int students,
        int internships,
        int freeSeats,
        int proposals,
        int held,
        int unmatched,
        int leftOut,
        int blockingPairs,
        boolean studentOptimal,
        Map<String, Long> offsets,
        String inputHash,
        String seedHash,
        String resultHash) {

    public Report {
        offsets = Map.copyOf(offsets);
    }

    /**
     * The report of a clearing.
     *
     * @param released how many of the matched pairs became proposals
     */
    public static Report of(
            ClearingResult result, long clearing, Duration took, int released, int leftOut, Map<String, Long> offsets) {
        Programme programme = result.programme();
        int matched = result.matches().size();
        return new Report(
                programme.id(),
                clearing,
                programme.mode(),
                result.asOf(),
                took,
                result.students(),
                result.internships(),
                result.freeSeats(),
                released,
                result.verdict().sound() && !programme.releases() ? matched : 0,
                result.unmatched(),
                leftOut,
                result.verdict().faults(),
                result.studentOptimal(),
                offsets,
                result.inputHash(),
                result.seedHash(),
                result.resultHash());
    }
}
