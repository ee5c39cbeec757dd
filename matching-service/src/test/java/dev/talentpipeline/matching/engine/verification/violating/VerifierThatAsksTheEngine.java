package dev.talentpipeline.matching.engine.verification.violating;

import dev.talentpipeline.matching.engine.columns.FlatMarket;
import dev.talentpipeline.matching.engine.columns.Judge;

/** A verifier that asks the engine whether the engine is right. */
final class VerifierThatAsksTheEngine {

    private VerifierThatAsksTheEngine() {}

    static Judge judge(FlatMarket facts) {
        return new Judge(facts);
    }
}
