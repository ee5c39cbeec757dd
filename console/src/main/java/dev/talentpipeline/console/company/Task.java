package dev.talentpipeline.console.company;

import dev.talentpipeline.console.api.Meeting;
import dev.talentpipeline.console.api.Offer;
import dev.talentpipeline.console.api.Placement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for the company.
 *
 * @param until when it is too late; null if it never is
 * @param opening whose it is
 * @param student whom it is about
 * @param href where it is done
 */
record Task(
        Kind kind,
        @Nullable Instant until,
        @Nullable String opening,
        @Nullable String student,
        String href) {

    private static final String PARTY = "COMPANY";

    /** The most urgent first; what has no end last, by kind. */
    static final Comparator<Task> URGENT_FIRST = Comparator.comparing(
                    Task::until, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Task::kind);

    enum Kind {
        APPROVE,
        /** Only refusing is possible: the programme is held, and nothing goes out. */
        VETO,
        CONFIRM_INTERVIEW,
        RECORD_RESULT,
        ANSWER_RELEASE,
        SIGN,
        CONFIRM_STEP
    }

    /** The same task has the same id whenever it is shown. */
    public String id() {
        String where = href.substring(href.lastIndexOf('/') + 1);
        return "task-" + kind + "-" + where + (until == null ? "" : "-" + until.getEpochSecond());
    }

    static Stream<Task> ofProposals(List<Offer> offers) {
        return offers.stream()
                .map(offer -> new Task(
                        offer.can("VETO") && !offer.can("APPROVE") ? Kind.VETO : Kind.APPROVE,
                        offer.respondBy(),
                        offer.internship(),
                        offer.student(),
                        "/company/offers/" + offer.id()));
    }

    static Stream<Task> ofReleases(List<Offer> offers) {
        return offers.stream()
                .filter(offer -> offer.can("REFUSE_RELEASE")
                        && offer.release() != null
                        && !PARTY.equals(offer.release().askedBy()))
                .map(offer -> new Task(
                        Kind.ANSWER_RELEASE,
                        null,
                        offer.internship(),
                        offer.student(),
                        "/company/offers/" + offer.id()));
    }

    static Stream<Task> ofMeetings(List<Meeting> meetings) {
        return meetings.stream()
                .flatMap(meeting -> meeting.times().stream().flatMap(time -> ofInterview(meeting, time)));
    }

    private static Stream<Task> ofInterview(Meeting meeting, Meeting.Interview time) {
        Instant startsAt = time.startsAt();
        String href = "/company/meetings/" + meeting.id();
        if (time.can("CONFIRM")) {
            return Stream.of(new Task(Kind.CONFIRM_INTERVIEW, startsAt, meeting.internship(), meeting.student(), href));
        }
        // What is recorded may be recorded again, but that is nobody's task.
        if (time.can("RECORD") && time.result() == null) {
            return Stream.of(new Task(Kind.RECORD_RESULT, null, meeting.internship(), meeting.student(), href));
        }
        return Stream.of();
    }

    static Stream<Task> ofPlacements(List<Placement> placements) {
        return placements.stream().flatMap(Task::ofPlacement);
    }

    private static Stream<Task> ofPlacement(Placement placement) {
        String href = "/company/placements/" + placement.id();
        Placement.Signing agreement = placement.agreement();
        Placement.Signing employment = placement.employment();
        boolean toSign = (agreement != null && agreement.can("SIGN")) || (employment != null && employment.can("SIGN"));
        Stream<Task> signing = toSign
                ? Stream.of(new Task(Kind.SIGN, null, placement.internship(), placement.student(), href))
                : Stream.of();
        Stream<Task> steps = placement.steps().stream()
                .filter(entry -> entry.can("CONFIRMED"))
                .map(entry -> new Task(Kind.CONFIRM_STEP, null, placement.internship(), placement.student(), href));
        return Stream.concat(signing, steps);
    }
}
