package dev.talentpipeline.matching.topology;

import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.kit.kafka.UnappliableEventException;
import dev.talentpipeline.matching.clearing.ClearingMarket;
import dev.talentpipeline.matching.clearing.ClearingResult;
import dev.talentpipeline.matching.clearing.Verifier;
import dev.talentpipeline.matching.market.InvalidFactsException;
import dev.talentpipeline.matching.market.LiveMarket;
import dev.talentpipeline.matching.market.LiveMarket.Kind;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.market.Seat;
import dev.talentpipeline.matching.topology.Facts.Subject;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.UnreadableEventException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Does a clearing again from the events that it had read: takes the records of its programme's partition in their order, leaves out what came
 * after the report's offsets, and clears the market as of the report's moment. What the reservations were then, the earlier proposals tell.
 */
final class Replay {

    private final ClearingReport report;
    private final Facts facts;
    private final LiveMarket live = new LiveMarket(_ -> {});
    private final List<PlacementOffer> earlier = new ArrayList<>();
    private final Set<String> answered = new HashSet<>();
    /** Keys of which a record lies before the report's offsets, by topic. */
    private final Map<String, Set<String>> seenBefore = new HashMap<>();

    private final Set<String> gone = new HashSet<>();

    Replay(ClearingReport report, Wire wire) {
        this.report = report;
        facts = new Facts(wire);
    }

    /** Takes a record of an input topic; of a topic all are to be taken, in their order, also those after the report's offsets. */
    void take(Topic<?> topic, @Nullable String key, long offset, byte @Nullable [] value) {
        Subject subject;
        try {
            subject = Facts.subject(topic, key);
        } catch (UnappliableEventException e) {
            return;
        }
        if (!subject.programmeId().equals(report.getProgrammeId())) {
            return;
        }
        Set<String> seen = seenBefore.computeIfAbsent(topic.name(), _ -> new HashSet<>());
        if (offset >= report.getOffsets().getOrDefault(topic.name(), 0L)) {
            if (!seen.contains(subject.key()) && (value == null || isNotTheFirstVersion(subject, value))) {
                gone.add(topic.name() + " " + subject.key());
            }
            return;
        }
        seen.add(subject.key());
        apply(subject, value);
    }

    private void apply(Subject subject, byte @Nullable [] value) {
        if (value == null) {
            live.erase(subject.kind(), subject.id());
            if (subject.kind() == Kind.OFFER) {
                answered.add(subject.id());
            }
            return;
        }
        try {
            facts.put(subject, value, live);
            if (subject.kind() == Kind.OFFER) {
                answered.add(subject.id());
            }
        } catch (UnreadableEventException | UnappliableEventException | InvalidFactsException e) {
            live.leaveOut(subject.kind(), subject.id());
        }
    }

    /** Whether a record follows on an earlier one, which then is no longer there. */
    private boolean isNotTheFirstVersion(Subject subject, byte[] value) {
        try {
            return facts.version(subject, value) > 1;
        } catch (UnreadableEventException e) {
            // What nobody can read has set nothing right either.
            return false;
        }
    }

    /** Takes a proposal of this service; those of earlier clearings held their seats until they were answered. */
    void take(PlacementOffer proposal) {
        if (proposal.getProgrammeId().equals(report.getProgrammeId())
                && proposal.getClearing() < report.getClearing()) {
            earlier.add(proposal);
        }
    }

    /** What the clearing gives now; empty: the programme's rules of then are not there. */
    Optional<ClearingResult> clear(Verifier verifier) {
        for (PlacementOffer proposal : earlier) {
            if (!answered.contains(proposal.getOfferId()) && !live.reserved(proposal.getOfferId())) {
                live.reserve(
                        new Seat(proposal.getOfferId(), new Pair(proposal.getStudentId(), proposal.getInternshipId())));
            }
        }
        return live.at(report.getStartedAt())
                .map(market -> ClearingMarket.of(market, verifier).clear(report.getStartedAt()));
    }

    /** What the clearing had read and is there no longer, as topic and key: the topic keeps only the newest of each key after a season. */
    Set<String> gone() {
        return Set.copyOf(gone);
    }
}
