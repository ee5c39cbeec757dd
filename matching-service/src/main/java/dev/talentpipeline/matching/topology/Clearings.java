package dev.talentpipeline.matching.topology;

import dev.talentpipeline.matching.clearing.Verifier;
import dev.talentpipeline.matching.market.Programme;
import dev.talentpipeline.matching.topology.ClearingRun.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins the clearings of a task's programmes when they are due, over frozen markets and on other threads, and has them released when they are
 * done. Waits a moment for a new one, since most are done by then. Used by the task's thread only.
 */
final class Clearings {

    private static final Logger LOG = LoggerFactory.getLogger(Clearings.class);
    private static final Duration PATIENCE = Duration.ofMillis(20);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    private final ClearingWorkers workers;
    private final Verifier verifier;
    private final MarketStores stores;
    private final Releasing releasing;
    private final MatchingMeters meters;

    Clearings(MarketParts parts, MarketStores stores, Releasing releasing) {
        workers = parts.workers();
        verifier = parts.verifier();
        meters = parts.meters();
        this.stores = stores;
        this.releasing = releasing;
    }

    /** Does for a programme what is to be done now. */
    void see(ProgrammeDesk desk, Instant now, Map<String, Long> offsets) {
        Duration patience = Duration.ZERO;
        if (desk.running() == null) {
            desk.live().programme().ifPresent(programme -> beginIfDue(desk, programme, now, offsets));
            patience = PATIENCE;
        }
        if (desk.running() != null && desk.release() == null) {
            takeIfDone(desk, desk.running(), patience, now);
        }
        Release release = desk.release();
        if (release != null && releasing.goOn(desk, release, now)) {
            boolean sound = release.result().verdict().sound();
            finish(desk, release.run(), sound && release.leftToTheNext() == 0, sound ? now : now.plus(AFTER_A_FAILURE));
        }
    }

    private void beginIfDue(ProgrammeDesk desk, Programme programme, Instant now, Map<String, Long> offsets) {
        if (desk.restsUntil().isAfter(now)) {
            return;
        }
        Optional<Instant> round = desk.schedule().roundDue(programme, now);
        round.ifPresent(desk::roundDone);
        if (round.isPresent() && !programme.clearsAt(now)) {
            stores.roundDone(desk.programmeId(), round.get());
        } else if (round.isPresent() || desk.schedule().rollingDue(programme, now)) {
            begin(desk, now, offsets, round.orElse(null));
        }
    }

    private void begin(ProgrammeDesk desk, Instant now, Map<String, Long> offsets, @Nullable Instant round) {
        desk.freeze(now, verifier)
                .ifPresent(market -> desk.running(new ClearingRun(
                        workers.begin(desk.live().size(), market, now),
                        now,
                        offsets,
                        desk.causes().taken(),
                        round)));
        desk.cleared(now);
    }

    private void takeIfDone(ProgrammeDesk desk, ClearingRun run, Duration patience, Instant now) {
        try {
            Done done = run.done().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            desk.release(releasing.begin(desk, run, done));
        } catch (TimeoutException e) {
            // It is looked at again soon.
        } catch (ExecutionException e) {
            // Clearing computes and touches nothing. If it fails, one programme stands still with an alarm; the others
            // of the partition must not stand still with it.
            LOG.error("Clearing programme {} failed", desk.programmeId(), e);
            meters.unsound();
            desk.beginAnew();
            finish(desk, run, false, now.plus(AFTER_A_FAILURE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ends a clearing; until here a crash has the programme cleared again.
     *
     * @param whole whether all of its matches were released; otherwise a round, whose instant does not come again, is done once more
     * @param again when that may be
     */
    private void finish(ProgrammeDesk desk, ClearingRun run, boolean whole, Instant again) {
        desk.finished();
        stores.changed(desk.programmeId(), desk.waitsToBeCleared());
        Instant round = run.round();
        if (round == null) {
            return;
        }
        if (whole) {
            stores.roundDone(desk.programmeId(), round);
        } else {
            desk.roundDone(stores.roundDone(desk.programmeId()));
            desk.restUntil(again);
        }
    }
}
