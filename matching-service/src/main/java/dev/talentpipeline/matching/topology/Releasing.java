package dev.talentpipeline.matching.topology;

import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.matching.clearing.ClearingResult;
import dev.talentpipeline.matching.clearing.Cutoff;
import dev.talentpipeline.matching.clearing.Match;
import dev.talentpipeline.matching.clearing.Report;
import dev.talentpipeline.matching.clearing.StandingCutoff;
import dev.talentpipeline.matching.market.Seat;
import dev.talentpipeline.matching.topology.ClearingRun.Done;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases what a clearing found: proposals, each with its student and seat reserved in the same transaction, then the report and the
 * cutoffs that moved. A large clearing is released in parts; if the service stops between them, what is left is cleared again. What the verifier objects to is reported and goes no further; a pair about which something changed while it was matched is left to
 * the next clearing.
 */
final class Releasing {

    private static final Logger LOG = LoggerFactory.getLogger(Releasing.class);

    /** So many proposals are released before others have their turn. */
    private static final int AT_ONCE = 500;

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

    /** Begins to release a clearing. */
    Release begin(ProgrammeDesk desk, ClearingRun run, Done done) {
        long number = stores.clearings(desk.programmeId()) + 1;
        stores.clearings(desk.programmeId(), number);
        return new Release(run, done, number);
    }

    /** Releases the next proposals, and the report after the last; whether that was all. */
    boolean goOn(ProgrammeDesk desk, Release release, Instant now) {
        for (Match match : release.next(AT_ONCE)) {
            if (desk.live().isStill(match.pair(), match.versions())) {
                propose(desk, release, match, now);
            } else {
                release.passOver(match);
            }
        }
        if (release.isOver()) {
            report(desk, release);
            desk.publishBy(now);
        }
        return release.isOver();
    }

    private void propose(ProgrammeDesk desk, Release release, Match match, Instant now) {
        String replaces =
                desk.live().keptBy(match.pair().studentId()).map(Seat::offerId).orElse(null);
        PlacementOffer proposal = EventWriter.proposal(desk.programmeId(), release.number(), match, replaces, now);
        stores.reserve(proposal);
        desk.reserve(proposal, now.plus(settings.repeatAfter()));
        emitter.proposal(proposal, release.run().causes().of(match.pair().studentId()));
        release.proposed();
    }

    private void report(ProgrammeDesk desk, Release release) {
        ClearingResult result = release.result();
        Report report = Report.of(
                result,
                release.number(),
                release.done().took(),
                release.proposals(),
                desk.live().leftOut() + release.leftToTheNext(),
                release.run().offsets());
        if (!result.verdict().sound()) {
            LOG.error(
                    "Clearing {} of programme {} is unsound and released nothing: {}",
                    release.number(),
                    desk.programmeId(),
                    result.verdict());
            meters.unsound();
        }
        meters.cleared(report);
        var event = EventWriter.report(report);
        stores.keep(event, settings.reportsKept());
        desk.reported(report, settings.reportsKept());
        emitter.report(event, release.run().causes().last());
        for (Cutoff cutoff : result.cutoffs()) {
            if (!release.isUnsettled(cutoff.internshipId()) && desk.live().hasInternship(cutoff.internshipId())) {
                publishIfMoved(desk, release, cutoff);
            }
        }
    }

    private void publishIfMoved(ProgrammeDesk desk, Release release, Cutoff cutoff) {
        Optional<StandingCutoff> before = desk.cutoff(cutoff.internshipId());
        if (before.map(StandingCutoff::cutoff).filter(cutoff::equals).isPresent()) {
            return;
        }
        StandingCutoff standing =
                new StandingCutoff(cutoff, before.map(StandingCutoff::version).orElse(0L) + 1, release.number());
        var event = EventWriter.cutoff(desk.programmeId(), standing);
        stores.keep(event);
        desk.cutoff(standing);
        emitter.cutoff(event, release.run().causes().last());
    }
}
