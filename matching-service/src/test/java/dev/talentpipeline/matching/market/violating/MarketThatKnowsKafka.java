package dev.talentpipeline.matching.market.violating;

import dev.talentpipeline.matching.clearing.Cutoff;
import java.time.Instant;
import org.apache.kafka.streams.KeyValue;

/** Pure code that uses a technology, looks at the clock and depends on what is built on top of it. */
final class MarketThatKnowsKafka {

    private MarketThatKnowsKafka() {}

    static KeyValue<Instant, Cutoff> now() {
        return KeyValue.pair(Instant.now(), new Cutoff("i", 1, 0, null));
    }
}
