package dev.talentpipeline.matching.topology;

import dev.talentpipeline.matching.clearing.ClearingMarket;
import dev.talentpipeline.matching.clearing.ClearingResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A clearing on its way.
 *
 * @param offsets per input topic the next offset to read when its market was frozen
 * @param causes what brought it about
 * @param round the instant of a ROUND programme that it is for
 */
record ClearingRun(
        Future<Done> done,
        Instant startedAt,
        Map<String, Long> offsets,
        Causes causes,
        @Nullable Instant round) {

    /**
     * What a worker gives back: the market goes on from where it is.
     *
     * @param took verification included
     */
    record Done(ClearingMarket market, ClearingResult result, Duration took) {}

    ClearingRun {
        offsets = Map.copyOf(offsets);
    }
}
