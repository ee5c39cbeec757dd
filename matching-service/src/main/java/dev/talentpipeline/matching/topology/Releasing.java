package dev.talentpipeline.matching.topology;

import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.matching.clearing.Clearing;
import dev.talentpipeline.matching.clearing.ClearingResult;
import dev.talentpipeline.matching.clearing.Cutoff;
import dev.talentpipeline.matching.clearing.Match;
import dev.talentpipeline.matching.clearing.Report;
import dev.talentpipeline.matching.clearing.StandingCutoff;
import dev.talentpipeline.matching.market.Market;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears a programme and releases what was found: proposals, each with its student and seat reserved in the same transaction, the report,
 * and the cutoffs that moved. What the verifier objects to is reported and goes no further.
 */
final class Releasing {

    private static final Logger LOG = LoggerFactory.getLogger(Releasing.class);

    private final Clearing clearing;
    private final MarketStores stores;
    private final Emitter emitter;
    private final MatchingSettings settings;
    private final MatchingMeters meters;

    Releasing(
            Clearing clearing, MarketStores stores, Emitter emitter, MatchingSettings settings, MatchingMeters meters) {
        this.clearing = clearing;
        this.stores = stores;
        this.emitter = emitter;
        this.settings = settings;
        this.meters = meters;
    }

    /** Clears the programme as it is now. */
    void clear(ProgrammeDesk desk, Instant now, Map<String, Long> offsets) {
        desk.live().at(now).flatMap(market -> result(desk, market)).ifPresent(run -> release(desk, run, now, offsets));
        desk.cleared(now);
        stores.changed(desk.programmeId(), false);
    }

    private record Run(ClearingResult result, Duration took) {}

    private Optional<Run> result(ProgrammeDesk desk, Market market) {
        long startedNs = System.nanoTime();
        try {
            ClearingResult result = clearing.clear(market);
            return Optional.of(new Run(result, Duration.ofNanos(System.nanoTime() - startedNs)));
        } catch (RuntimeException e) {
            // Clearing computes and touches nothing. If it fails, one programme stands still with an alarm; the others
            // of the partition
            // must not stand still with it.
            LOG.error("Clearing programme {} failed; it is tried again after the next change", desk.programmeId(), e);
            meters.unsound();
            return Optional.empty();
        }
    }

    private void release(ProgrammeDesk desk, Run run, Instant now, Map<String, Long> offsets) {
        ClearingResult result = run.result();
        long number = stores.clearings(desk.programmeId()) + 1;
        stores.clearings(desk.programmeId(), number);
        if (result.releasable()) {
            for (Match match : result.matches()) {
                PlacementOffer proposal = EventWriter.proposal(desk.programmeId(), number, match, now);
                stores.reserve(proposal);
                desk.reserve(proposal, now.plus(settings.repeatAfter()));
                emitter.proposal(proposal, desk.cause());
            }
        }
        Report report = Report.of(result, number, run.took(), desk.live().leftOut(), offsets);
        if (!result.verdict().sound()) {
            LOG.error(
                    "Clearing {} of programme {} is unsound and released nothing: {}",
                    number,
                    desk.programmeId(),
                    result.verdict());
            meters.unsound();
        }
        meters.cleared(report);
        var event = EventWriter.report(report);
        stores.keep(event, settings.reportsKept());
        desk.reported(report, settings.reportsKept());
        emitter.report(event, desk.cause());
        result.cutoffs().forEach(cutoff -> publishIfMoved(desk, cutoff, number));
        desk.publishBy(now);
    }

    private void publishIfMoved(ProgrammeDesk desk, Cutoff cutoff, long clearingNumber) {
        Optional<StandingCutoff> before = desk.cutoff(cutoff.internshipId());
        if (before.map(StandingCutoff::cutoff).filter(cutoff::equals).isPresent()) {
            return;
        }
        StandingCutoff standing =
                new StandingCutoff(cutoff, before.map(StandingCutoff::version).orElse(0L) + 1, clearingNumber);
        var event = EventWriter.cutoff(desk.programmeId(), standing);
        stores.keep(event);
        desk.cutoff(standing);
        emitter.cutoff(event, desk.cause());
    }
}
