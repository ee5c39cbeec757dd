package dev.talentpipeline.matching.clearing.violating;

import dev.talentpipeline.matching.clearing.DeferredAcceptance;
import dev.talentpipeline.matching.clearing.Matching;
import dev.talentpipeline.matching.preference.PreferenceTable;

/** A verifier that asks the engine whether the engine is right. */
final class StabilityVerifier {

    private StabilityVerifier() {}

    static Matching verify(PreferenceTable table, int[] freeSeats) {
        return DeferredAcceptance.studentOptimal(table, freeSeats);
    }
}
