package dev.talentpipeline.matching.topology;

import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.matching.clearing.Report;
import dev.talentpipeline.matching.clearing.Schedule;
import dev.talentpipeline.matching.clearing.StandingCutoff;
import dev.talentpipeline.matching.explanation.PublishedMarket;
import dev.talentpipeline.matching.market.LiveMarket;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.market.Programme;
import dev.talentpipeline.matching.market.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One programme in the memory of its task: its market, what waits to be cleared, and the proposals that wait for an answer. All of it
 * can be rebuilt from the stores. Used by the task's thread only.
 */
final class ProgrammeDesk {

    private final String programmeId;
    private final LiveMarket live = new LiveMarket();
    /** In the order in which they are to be repeated. */
    private final Map<String, Unanswered> unanswered = new LinkedHashMap<>();

    private final Deque<Report> reports = new ArrayDeque<>();
    private final Map<String, StandingCutoff> cutoffs = new TreeMap<>();
    private @Nullable Instant changedAt;
    private @Nullable Instant clearedAt;
    private @Nullable Instant roundDone;
    private @Nullable Instant unpublishedAt;
    private Cause cause = Cause.UNKNOWN;

    private record Unanswered(PlacementOffer proposal, Instant repeatAt) {}

    ProgrammeDesk(String programmeId) {
        this.programmeId = programmeId;
    }

    String programmeId() {
        return programmeId;
    }

    LiveMarket live() {
        return live;
    }

    Cause cause() {
        return cause;
    }

    /** Something changed that another clearing may match differently; it may be cleared from the given moment on. */
    void changed(Instant from, Cause by) {
        cause = by;
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
        unanswered.put(proposal.getOfferId(), new Unanswered(proposal, repeatAt));
        live.reserve(new Seat(proposal.getOfferId(), new Pair(proposal.getStudentId(), proposal.getInternshipId())));
    }

    /** The offer has an answer, or is erased. */
    void settle(String offerId) {
        unanswered.remove(offerId);
    }

    /** The unanswered proposals whose time has come, which is put off by the given time. */
    List<PlacementOffer> toRepeat(Instant now, Duration repeatAfter) {
        List<PlacementOffer> due = new ArrayList<>();
        var waiting = unanswered.values().iterator();
        while (waiting.hasNext()) {
            Unanswered first = waiting.next();
            if (first.repeatAt().isAfter(now)) {
                break;
            }
            due.add(first.proposal());
            waiting.remove();
        }
        due.forEach(proposal -> unanswered.put(proposal.getOfferId(), new Unanswered(proposal, now.plus(repeatAfter))));
        return due;
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
        return live.at(now).map(market -> new PublishedMarket(market, List.copyOf(reports), Map.copyOf(cutoffs)));
    }

    /** When there is something to do next; empty: not before something arrives. */
    Optional<Instant> next(Instant now) {
        List<Instant> moments = new ArrayList<>();
        unanswered.values().stream().findFirst().ifPresent(waiting -> moments.add(waiting.repeatAt()));
        if (unpublishedAt != null) {
            moments.add(unpublishedAt);
        }
        live.programme().flatMap(programme -> nextClearing(programme, now)).ifPresent(moments::add);
        return moments.stream().min(Instant::compareTo);
    }

    private Optional<Instant> nextClearing(Programme programme, Instant now) {
        return schedule().next(programme, now);
    }
}
