package dev.talentpipeline.monitoring.flow;

import dev.talentpipeline.monitoring.flow.Flow.Delay;
import dev.talentpipeline.monitoring.flow.Flow.Pace;
import dev.talentpipeline.monitoring.ledger.ReaderAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How fast readers got on lately, from the counts that they keep of themselves: what they counted since the look that is a minute old. One thread notes; whoever asks gets what the last look found.
 */
public final class ReadingPace {

    private static final double MILLIS = 1_000.0;

    private final Clock clock;
    private final Deque<Look> looks = new ArrayDeque<>();
    private volatile Map<Edge, Pace> seen = Map.of();

    /** A reader of a topic. */
    private record Edge(String reader, String topic) {}

    private record Place(Edge edge, int partition) {}

    private record Look(Instant at, Map<Place, ReaderAccount> accounts) {}

    public ReadingPace(Clock clock) {
        this.clock = clock;
    }

    /** Takes in what readers say now. */
    public synchronized void note(Collection<ReaderAccount> accounts) {
        Instant now = clock.instant();
        looks.addLast(new Look(
                now,
                accounts.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                account -> new Place(new Edge(account.reader(), account.topic()), account.partition()),
                                account -> account))));
        while (looks.size() > 2 && Duration.between(looks.getFirst().at(), now).compareTo(MappingFlows.RECENT) > 0) {
            looks.removeFirst();
        }
        seen = between(looks.getFirst(), looks.getLast());
    }

    /** Null: the reader keeps no account of the topic. */
    @Nullable Pace of(String reader, String topic) {
        return seen.get(new Edge(reader, topic));
    }

    private static Map<Edge, Pace> between(Look first, Look last) {
        double seconds = Duration.between(first.at(), last.at()).toMillis() / MILLIS;
        Map<Edge, List<Place>> places = last.accounts().keySet().stream().collect(Collectors.groupingBy(Place::edge));
        Map<Edge, Pace> pace = new HashMap<>();
        places.forEach((edge, parts) -> pace.put(edge, pace(parts, first, last, seconds)));
        return Map.copyOf(pace);
    }

    private static Pace pace(List<Place> parts, Look first, Look last, double seconds) {
        long records = 0;
        long dead = 0;
        List<List<Long>> delays = new ArrayList<>();
        for (Place part : parts) {
            ReaderAccount after = last.accounts().get(part);
            ReaderAccount before = first.accounts().get(part);
            if (after == null || (before != null && before.from() != after.from())) {
                // It began a new account: what it says of before is another count.
                continue;
            }
            records += after.counts().records()
                    - (before == null ? 0 : before.counts().records());
            dead += after.counts().dead()
                    - (before == null ? 0 : before.counts().dead());
            delays.add(less(after.delays(), before == null ? List.of() : before.delays()));
        }
        return new Pace(seconds > 0 ? records / seconds : 0, dead, Delay.over(ReaderAccount.DELAY_BOUNDS_MS, delays));
    }

    private static List<Long> less(List<Long> after, List<Long> before) {
        List<Long> less = new ArrayList<>();
        for (int bound = 0; bound < after.size(); bound++) {
            less.add(after.get(bound) - (before.size() == after.size() ? before.get(bound) : 0));
        }
        return less;
    }
}
