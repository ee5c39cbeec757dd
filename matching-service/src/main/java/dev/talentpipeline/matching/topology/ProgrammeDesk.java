package dev.talentpipeline.matching.topology;

import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.matching.clearing.ClearingMarket;
import dev.talentpipeline.matching.clearing.Report;
import dev.talentpipeline.matching.clearing.Schedule;
import dev.talentpipeline.matching.clearing.StandingCutoff;
import dev.talentpipeline.matching.clearing.Verifier;
import dev.talentpipeline.matching.explanation.PublishedMarket;
import dev.talentpipeline.matching.market.Change;
import dev.talentpipeline.matching.market.LiveMarket;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.market.Programme;
import dev.talentpipeline.matching.market.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One programme in the memory of its task: its market, what waits to be cleared, the clearing on its way, and the proposals that wait for an answer. All of it
 * can be rebuilt from the stores. Used by the task's thread only.
 */
final class ProgrammeDesk {

    /** So many changes are always taken one by one. */
    private static final int CHANGES_MIN = 1_000;
    /** More changes than this part of all members are not: one in so many. */
    private static final int CHANGES_SHARE = 4;
    /** How soon a clearing on its way is looked at again, at least and at most. */
    private static final Duration LOOK_AGAIN_MIN = Duration.ofMillis(20);

    private static final Duration LOOK_AGAIN_MAX = Duration.ofSeconds(1);
    /** Copying a market for readers takes at most this part of the time: one in so many. */
    private static final int PUBLISHING_SHARE = 20;

    private final String programmeId;
    private final LiveMarket live = new LiveMarket(this::noted);
    /** What changed since the market for clearings was last brought up to date. */
    private final List<Change> changes = new ArrayList<>();
    /** The market for clearings; null: it is to be built anew, or a worker has it. */
    private @Nullable ClearingMarket market;
    /** Whether the next clearing goes on from the last one. */
    private boolean goesOn;

    private @Nullable ClearingRun running;
    private @Nullable Release release;
    private final UnansweredProposals unanswered = new UnansweredProposals();
    private final Deque<Report> reports = new ArrayDeque<>();
    private final Map<String, StandingCutoff> cutoffs = new TreeMap<>();
    private @Nullable Instant changedAt;
    private @Nullable Instant clearedAt;
    private @Nullable Instant roundDone;
    private Instant restsUntil = Instant.MIN;
    private @Nullable Instant unpublishedAt;
    /** How long readers wait for what changed: the larger the market, the longer, since it is copied for them. */
    private Duration publishingPause = Duration.ZERO;

    private final Causes causes = new Causes();

    ProgrammeDesk(String programmeId) {
        this.programmeId = programmeId;
    }

    String programmeId() {
        return programmeId;
    }

    LiveMarket live() {
        return live;
    }

    Causes causes() {
        return causes;
    }

    private void noted(Change change) {
        if (!goesOn) {
            return;
        }
        changes.add(change);
        if (change instanceof Change.Rules || changes.size() > Math.max(CHANGES_MIN, live.size() / CHANGES_SHARE)) {
            beginAnew();
        }
    }

    /** The next clearing builds its market anew: the rules changed, or so much did that going on would take as long. */
    void beginAnew() {
        goesOn = false;
        market = null;
        changes.clear();
    }

    /** Freezes the market of now and gives what makes it ready to be cleared, on another thread; empty: there is no programme. */
    Optional<Supplier<ClearingMarket>> freeze(Instant now, Verifier verifier) {
        ClearingMarket last = market;
        if (goesOn && last != null) {
            List<Change> since = List.copyOf(changes);
            changes.clear();
            market = null;
            return Optional.of(() -> {
                last.apply(since);
                return last;
            });
        }
        beginAnew();
        return live.at(now).map(frozen -> {
            // A round takes all anew, and long after the last one.
            goesOn = frozen.programme().mode() == Programme.Mode.ROLLING;
            return () -> ClearingMarket.of(frozen, verifier);
        });
    }

    @Nullable ClearingRun running() {
        return running;
    }

    void running(ClearingRun run) {
        running = run;
    }

    @Nullable Release release() {
        return release;
    }

    /** The clearing is done and its matches are being released. */
    void release(Release begun) {
        release = begun;
        if (!begun.result().verdict().sound()) {
            // Its market is not to be trusted.
            beginAnew();
        }
        market = goesOn ? begun.done().market() : null;
    }

    /** The clearing is over. */
    void finished() {
        running = null;
        release = null;
    }

    /** Something changed that another clearing may match differently; it may be cleared from the given moment on. */
    void changed(Instant from) {
        if (changedAt == null) {
            changedAt = from;
        }
    }

    boolean waitsToBeCleared() {
        return changedAt != null;
    }

    void cleared(Instant now) {
        changedAt = null;
        clearedAt = now;
    }

    /** Before which moment no clearing begins. */
    Instant restsUntil() {
        return restsUntil;
    }

    void restUntil(Instant moment) {
        restsUntil = moment;
    }

    @Nullable Instant roundDone() {
        return roundDone;
    }

    void roundDone(@Nullable Instant instant) {
        roundDone = instant;
    }

    Schedule schedule() {
        return new Schedule(changedAt, clearedAt, roundDone);
    }

    /** Takes the proposal's student and seat out of the market until it is answered; later ones are never repeated earlier. */
    void reserve(PlacementOffer proposal, Instant repeatAt) {
        unanswered.add(proposal, repeatAt);
        live.reserve(new Seat(proposal.getOfferId(), new Pair(proposal.getStudentId(), proposal.getInternshipId())));
    }

    /** The offer has an answer, or is erased. */
    void settle(String offerId, Instant now) {
        unanswered.answered(offerId, now);
    }

    /** The unanswered proposals whose time has come, which is put off by the given time. */
    List<PlacementOffer> toRepeat(Instant now, Duration repeatAfter) {
        return unanswered.toRepeat(now, repeatAfter);
    }

    void reported(Report report, int reportsKept) {
        reports.addFirst(report);
        if (reports.size() > reportsKept) {
            reports.removeLast();
        }
    }

    Optional<StandingCutoff> cutoff(String internshipId) {
        return Optional.ofNullable(cutoffs.get(internshipId));
    }

    void cutoff(StandingCutoff cutoff) {
        cutoffs.put(cutoff.cutoff().internshipId(), cutoff);
    }

    void forgetCutoff(String internshipId) {
        cutoffs.remove(internshipId);
    }

    /** What readers see is behind; it is brought up to date after a while in which more may come. */
    void publishAfter(Duration gather, Instant now) {
        publishBy(now.plus(publishingPause.compareTo(gather) > 0 ? publishingPause : gather));
    }

    /** What readers see is behind; it should be brought up to date by the given moment. */
    void publishBy(Instant moment) {
        if (unpublishedAt == null) {
            unpublishedAt = moment;
        }
    }

    boolean publishable(Instant now) {
        return unpublishedAt != null && !unpublishedAt.isAfter(now);
    }

    /** What readers are to see; empty: no such programme. */
    Optional<PublishedMarket> published(Instant now) {
        unpublishedAt = null;
        long startedNs = System.nanoTime();
        Optional<PublishedMarket> published = live.asPosted(now)
                .map(market -> new PublishedMarket(market, List.copyOf(reports), Map.copyOf(cutoffs)));
        publishingPause = Duration.ofNanos(System.nanoTime() - startedNs).multipliedBy(PUBLISHING_SHARE);
        return published;
    }

    /** The longer a clearing has been on its way, the longer it may take to be noticed that it is done. */
    private static Instant lookAgain(ClearingRun run, Instant now) {
        Duration pause = Duration.between(run.startedAt(), now).dividedBy(8);
        pause = pause.compareTo(LOOK_AGAIN_MIN) < 0 ? LOOK_AGAIN_MIN : pause;
        return now.plus(pause.compareTo(LOOK_AGAIN_MAX) > 0 ? LOOK_AGAIN_MAX : pause);
    }

    /** Nobody waits for this programme any more. */
    void close() {
        if (running != null) {
            running.done().cancel(true);
        }
    }

    /** When there is something to do next; empty: not before something arrives. */
    Optional<Instant> next(Instant now) {
        List<Instant> moments = new ArrayList<>();
        unanswered.next().ifPresent(moments::add);
        if (unpublishedAt != null) {
            moments.add(unpublishedAt);
        }
        if (running != null) {
            moments.add(release == null ? lookAgain(running, now) : now);
        } else {
            live.programme()
                    .flatMap(programme -> schedule().next(programme, now))
                    .map(moment -> moment.isBefore(restsUntil) ? restsUntil : moment)
                    .ifPresent(moments::add);
        }
        return moments.stream().min(Instant::compareTo);
    }
}
