package dev.talentpipeline.monitoring.lag;

import dev.talentpipeline.monitoring.journal.Position;
import dev.talentpipeline.monitoring.journal.Readers;
import dev.talentpipeline.monitoring.lag.Backlog.Start;
import dev.talentpipeline.monitoring.lag.Backlog.Waiting;
import dev.talentpipeline.monitoring.lag.ReaderGroups.Group;
import dev.talentpipeline.monitoring.lag.ReaderGroups.Reach;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all readers again and again, and remembers half a minute of it, from which it tells lag and state. One thread looks; whoever asks gets what the last look
 * found, however many ask.
 */
public final class WatchingLag {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final ReaderGroups groups;
    private final Backlog backlog;
    private final Clock clock;
    private final LagState.Rule rule;
    private final Map<Place, List<Observation>> windows = new HashMap<>();
    private volatile Seen seen = new Seen(null, List.of(), List.of());

    /**
     * What the last look found.
     *
     * @param at when it was; null: there was none yet
     */
    public record Seen(@Nullable Instant at, List<Group> groups, List<Lag> lags) {

        public Seen {
            groups = List.copyOf(groups);
            lags = List.copyOf(lags);
        }

        /** Who of the platform reads where the record stands, and whether each has come past it. */
        public SortedMap<String, Boolean> readersOf(Position position) {
            SortedMap<String, Boolean> past = new TreeMap<>();
            for (Group group : groups) {
                for (Reach reach : group.reaches()) {
                    if (group.declared()
                            && !group.id().equals(Readers.JOURNAL)
                            && reach.topic().equals(position.topic())
                            && reach.partition() == position.partition()) {
                        past.put(group.id(), from(reach) > position.offset());
                    }
                }
            }
            return past;
        }

        /** The lags of one group. */
        public List<Lag> of(String group) {
            return lags.stream()
                    .filter(lag -> lag.place().group().equals(group))
                    .toList();
        }
    }

    public WatchingLag(ReaderGroups groups, Backlog backlog, Clock clock, LagState.Rule rule) {
        this.groups = groups;
        this.backlog = backlog;
        this.clock = clock;
        this.rule = rule;
    }

    public Seen seen() {
        return seen;
    }

    /** Looks once. */
    public synchronized void look() {
        List<Group> found = groups.look();
        Instant now = clock.instant();
        Map<Start, Long> journalled = journalled(found);
        Map<Start, Waiting> waiting = backlog.from(starts(found));
        Set<Place> places = new HashSet<>();
        List<Lag> lags = new ArrayList<>();
        for (Group group : found) {
            for (Reach reach : group.reaches()) {
                Place place = new Place(group.id(), reach.topic(), reach.partition());
                places.add(place);
                List<Observation> window = windows.computeIfAbsent(place, any -> new ArrayList<>());
                window.add(observation(group, reach, waiting, journalled, now));
                window.removeIf(old -> Duration.between(old.at(), now).compareTo(REMEMBERED) > 0);
                lags.add(Lag.over(place, window, rule));
            }
        }
        windows.keySet().retainAll(places);
        seen = new Seen(now, found, lags);
    }

    private static Observation observation(
            Group group, Reach reach, Map<Start, Waiting> waiting, Map<Start, Long> journalled, Instant now) {
        long from = from(reach);
        Waiting known = waiting.getOrDefault(start(reach), Waiting.NONE);
        Long journal = journalled.get(new Start(reach.topic(), reach.partition(), 0));
        // What the journal has not read yet is counted by offsets, of which the last may be the end of a transaction.
        // What
        // it never reads is written without transactions.
        long beyond = Math.max(0, journal == null ? reach.end() - from : reach.end() - Math.max(journal, from) - 1);
        return new Observation(
                now, group.running(), from, reach.end(), known.events() + beyond, known.entities(), known.oldestAt());
    }

    /** How far the journal is, by partition. */
    private static Map<Start, Long> journalled(List<Group> found) {
        Map<Start, Long> ends = new HashMap<>();
        for (Group group : found) {
            if (group.id().equals(Readers.JOURNAL)) {
                group.reaches().forEach(reach -> ends.put(new Start(reach.topic(), reach.partition(), 0), from(reach)));
            }
        }
        return ends;
    }

    private static List<Start> starts(List<Group> found) {
        return found.stream()
                .flatMap(group -> group.reaches().stream())
                .filter(reach -> from(reach) < reach.end())
                .map(WatchingLag::start)
                .distinct()
                .toList();
    }

    private static Start start(Reach reach) {
        return new Start(reach.topic(), reach.partition(), from(reach));
    }

    private static long from(Reach reach) {
        Long committed = reach.committed();
        return committed == null ? 0 : committed;
    }
}
