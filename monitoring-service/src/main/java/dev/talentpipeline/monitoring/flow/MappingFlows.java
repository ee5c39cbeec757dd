package dev.talentpipeline.monitoring.flow;

import dev.talentpipeline.monitoring.flow.Flow.SeenReader;
import dev.talentpipeline.monitoring.lag.Lag;
import dev.talentpipeline.monitoring.lag.LagState;
import dev.talentpipeline.monitoring.lag.ReaderGroups.Group;
import dev.talentpipeline.monitoring.lag.ReaderGroups.Reach;
import dev.talentpipeline.monitoring.lag.WatchingLag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Draws the map of what flows, as it was seen within the last minute. */
public final class MappingFlows {

    /** Over which rates and delays are told. */
    public static final Duration RECENT = Duration.ofMinutes(1);

    private final Catalogue catalogue;
    private final Writers writers;
    private final WatchingLag watching;
    private final ReadingPace pace;
    private final Clock clock;

    public MappingFlows(Catalogue catalogue, Writers writers, WatchingLag watching, ReadingPace pace, Clock clock) {
        this.catalogue = catalogue;
        this.writers = writers;
        this.watching = watching;
        this.pace = pace;
        this.clock = clock;
    }

    public List<Flow> map() {
        Instant now = clock.instant();
        Instant looked = Objects.requireNonNullElse(watching.seen().at(), now);
        return Flow.map(catalogue.topics(), writers.since(now.minus(RECENT)), readers(), looked.minus(RECENT));
    }

    private List<SeenReader> readers() {
        WatchingLag.Seen seen = watching.seen();
        List<SeenReader> readers = new ArrayList<>();
        for (Group group : seen.groups()) {
            List<Lag> lags = seen.of(group.id());
            group.reaches().stream()
                    .map(Reach::topic)
                    .distinct()
                    .forEach(topic -> readers.add(reader(group, topic, lags)));
        }
        return readers;
    }

    private SeenReader reader(Group group, String topic, List<Lag> lags) {
        List<Lag> here =
                lags.stream().filter(lag -> lag.place().topic().equals(topic)).toList();
        return new SeenReader(
                topic,
                group.id(),
                group.running(),
                group.reaches().stream().anyMatch(reach -> reach.topic().equals(topic) && reach.committed() != null),
                here.stream().mapToLong(lag -> lag.latest().events()).sum(),
                here.stream().map(Lag::state).max(Comparator.naturalOrder()).orElse(LagState.OK),
                pace.of(group.id(), topic));
    }
}
