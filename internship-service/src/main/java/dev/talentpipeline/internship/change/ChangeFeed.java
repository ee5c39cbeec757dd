package dev.talentpipeline.internship.change;

import dev.talentpipeline.internship.change.Subscription.Next;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.stream.OpenStreams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Hands every change on to whoever follows its programme, and keeps the latest for those who come back. All of it is in memory, of this
 * instance: it costs a follower neither a thread nor a connection. Safe for use by many threads.
 */
public final class ChangeFeed {

    /** Another instance may have told the same changes in another order, by so much; what is told twice, readers drop by its version. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    /** Clocks of the machines that people's pages come from may differ by so much from this one's. */
    private static final Duration SKEW = Duration.ofSeconds(2);

    private static final long NOT_KNOWN = -1;

    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(10);

    private final Bounds bounds;
    private final Clock clock;
    private final ArrayDeque<Told> kept = new ArrayDeque<>();
    private final Map<String, Set<Subscription>> followers = new HashMap<>();
    private final OpenStreams<Caller, Subscription> open;

    /** Whatever was told after this position, and whatever was told from this time on, is kept. */
    private long keptAfter;

    private Instant keptFrom = Instant.MIN;
    private long latest;
    private boolean stopped;

    ChangeFeed(Bounds bounds, Clock clock) {
        this.bounds = bounds;
        this.clock = clock;
        this.open = new OpenStreams<>(bounds.ofAccount(), bounds.ofService());
    }

    /**
     * How much is held.
     *
     * @param kept changes, for those who come back
     * @param atOnce what is committed at once and more than that is not told one by one
     * @param waiting changes that wait for one follower
     * @param ofAccount streams of one account; at least one
     * @param ofService streams of this instance
     */
    public record Bounds(int kept, int atOnce, int waiting, int ofAccount, int ofService) {}

    public Bounds bounds() {
        return bounds;
    }

    /** A change, and when it was told here. */
    public record Told(Instant at, Change change) {}

    /**
     * Takes over what was told before this instance was there.
     *
     * @param earlier the newest changes, oldest first
     * @param all whether there were no others
     */
    public synchronized void begin(List<Told> earlier, boolean all) {
        earlier.forEach(this::keep);
        if (!all) {
            keptAfter = NOT_KNOWN;
            keptFrom = kept.isEmpty() ? clock.instant() : kept.getFirst().at();
        }
    }

    /** Tells changes that were just committed. */
    public synchronized void tell(List<Change> changes) {
        Instant now = clock.instant();
        Map<String, List<Change>> byProgramme = new HashMap<>();
        for (Change change : changes) {
            keep(new Told(now, change));
            byProgramme
                    .computeIfAbsent(change.programme(), programme -> new ArrayList<>())
                    .add(change);
        }
        followers.forEach((programme, all) -> {
            List<Change> told = byProgramme.getOrDefault(programme, List.of());
            all.forEach(each -> each.tell(told, latest));
        });
    }

    /** What was committed up to this position is not told one by one: everybody reads anew. */
    public synchronized void skipTo(long position) {
        latest = Math.max(latest, position);
        kept.clear();
        keptAfter = latest;
        keptFrom = clock.instant();
        followers.values().forEach(all -> all.forEach(each -> each.reset(latest)));
    }

    private void keep(Told told) {
        kept.add(told);
        latest = Math.max(latest, told.change().position());
        if (kept.size() > bounds.kept()) {
            Told gone = kept.remove();
            keptAfter = gone.change().position();
            keptFrom = gone.at().plusNanos(1);
        }
    }

    /** How many follow. */
    public synchronized int following() {
        return open.count();
    }

    /** Lets everybody go, for good. */
    public synchronized void stop() {
        stopped = true;
        followers.values().forEach(all -> all.forEach(each -> each.end(new Next.Over())));
    }

    /** Begins to follow a programme. Of an account that follows as much as it may, the stream that is open for longest goes. */
    synchronized Subscription follow(Caller caller, String programme, Sight sight, From from) {
        open.inTheWayOf(caller).ifPresent(oldest -> {
            oldest.end(new Next.Displaced());
            oldest.close();
        });
        refuseIfFull();
        Subscription subscription = new Subscription(sight, bounds.waiting(), self -> leave(caller, programme, self));
        followers.computeIfAbsent(programme, id -> new HashSet<>()).add(subscription);
        open.add(caller, subscription);
        catchUp(subscription, programme, from);
        if (stopped) {
            subscription.end(new Next.Over());
        }
        return subscription;
    }

    private void refuseIfFull() {
        if (open.isFull()) {
            throw new Refusal.TooOften(
                            "too-many-streams",
                            "The service tells %d streams of changes, the most that it does.".formatted(open.count()),
                            TRY_AGAIN_AFTER)
                    .asException();
        }
    }

    private void catchUp(Subscription subscription, String programme, From from) {
        switch (from) {
            case From.Now() -> subscription.tell(List.of(), latest);
            case From.Nowhere() -> subscription.reset(latest);
            case From.Time(Instant at) -> tellFrom(subscription, programme, at.minus(SKEW));
            case From.Position(long position) -> tellAfter(subscription, programme, position);
        }
    }

    private void tellAfter(Subscription subscription, String programme, long position) {
        if (position == keptAfter) {
            tell(subscription, programme, told -> true);
            return;
        }
        // Those who come back left not long ago.
        for (Iterator<Told> newest = kept.descendingIterator(); newest.hasNext(); ) {
            Told told = newest.next();
            if (told.change().position() == position) {
                tellFrom(subscription, programme, told.at().minus(OVERLAP));
                return;
            }
        }
        subscription.reset(latest);
    }

    private void tellFrom(Subscription subscription, String programme, Instant from) {
        if (from.isBefore(keptFrom)) {
            subscription.reset(latest);
        } else {
            tell(subscription, programme, told -> !told.at().isBefore(from));
        }
    }

    private void tell(Subscription subscription, String programme, Predicate<Told> missed) {
        subscription.tell(
                kept.stream()
                        .filter(missed)
                        .map(Told::change)
                        .filter(change -> change.programme().equals(programme))
                        .toList(),
                latest);
    }

    private synchronized void leave(Caller caller, String programme, Subscription subscription) {
        if (!open.remove(caller, subscription)) {
            return;
        }
        Set<Subscription> others = followers.getOrDefault(programme, Set.of());
        others.remove(subscription);
        if (others.isEmpty()) {
            followers.remove(programme);
        }
    }
}
