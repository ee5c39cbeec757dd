package dev.talentpipeline.matching.topology;

import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.matching.clearing.ClearingResult;
import dev.talentpipeline.matching.clearing.Cutoff;
import dev.talentpipeline.matching.clearing.Match;
import dev.talentpipeline.matching.clearing.Report;
import dev.talentpipeline.matching.clearing.StandingCutoff;
import dev.talentpipeline.matching.topology.ClearingRun.Done;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases what a clearing found: proposals, each with its student and seat reserved in the same transaction, the report, and the cutoffs that
 * moved. What the verifier objects to is reported and goes no further; a pair about which something changed while it was matched is left to
 * the next clearing.
 */
final class Releasing {

    private static final Logger LOG = LoggerFactory.getLogger(Releasing.class);

    private final MarketStores stores;
    private final Emitter emitter;
    private final MatchingSettings settings;
    private final MatchingMeters meters;

    Releasing(MarketStores stores, Emitter emitter, MatchingSettings settings, MatchingMeters meters) {
        this.stores = stores;
        this.emitter = emitter;
        this.settings = settings;
        this.meters = meters;
    }

    void release(ProgrammeDesk desk, ClearingRun run, Done done, Instant now) {
        ClearingResult result = done.result();
        List<Match> proposed = result.releasable() ? stillGood(desk, result) : List.of();
        long number = stores.clearings(desk.programmeId()) + 1;
        stores.clearings(desk.programmeId(), number);
        for (Match match : proposed) {
            PlacementOffer proposal = EventWriter.proposal(desk.programmeId(), number, match, now);
            stores.reserve(proposal);
            desk.reserve(proposal, now.plus(settings.repeatAfter()));
            emitter.proposal(proposal, run.cause());
        }
        int passedOver = result.releasable() ? result.matches().size() - proposed.size() : 0;
        Report report = Report.of(
                result, number, done.took(), proposed.size(), desk.live().leftOut() + passedOver, run.offsets());
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
        emitter.report(event, run.cause());
        publishCutoffs(desk, run, result, proposed, number);
        desk.publishBy(now);
    }

    private static List<Match> stillGood(ProgrammeDesk desk, ClearingResult result) {
        return result.matches().stream()
                .filter(match -> desk.live().isStill(match.pair(), match.versions()))
                .toList();
    }

    private void publishCutoffs(
            ProgrammeDesk desk, ClearingRun run, ClearingResult result, List<Match> proposed, long number) {
        Set<Match> passedOver = result.releasable() ? result.matches().stream().collect(Collectors.toSet()) : Set.of();
        if (!passedOver.isEmpty()) {
            proposed.forEach(passedOver::remove);
        }
        // Their cutoffs were worked out with students who were not admitted after all; the next clearing tells them.
        Set<String> unsettled =
                passedOver.stream().map(match -> match.pair().internshipId()).collect(Collectors.toSet());
        for (Cutoff cutoff : result.cutoffs()) {
            if (!unsettled.contains(cutoff.internshipId())) {
                publishIfMoved(desk, run, cutoff, number);
            }
        }
    }

    private void publishIfMoved(ProgrammeDesk desk, ClearingRun run, Cutoff cutoff, long number) {
        Optional<StandingCutoff> before = desk.cutoff(cutoff.internshipId());
        if (before.map(StandingCutoff::cutoff).filter(cutoff::equals).isPresent()) {
            return;
        }
        StandingCutoff standing =
                new StandingCutoff(cutoff, before.map(StandingCutoff::version).orElse(0L) + 1, number);
        var event = EventWriter.cutoff(desk.programmeId(), standing);
        stores.keep(event);
        desk.cutoff(standing);
        emitter.cutoff(event, run.cause());
    }
}
