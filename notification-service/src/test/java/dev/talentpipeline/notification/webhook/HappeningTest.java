package dev.talentpipeline.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.notification.inbox.InterviewState;
import dev.talentpipeline.notification.inbox.MeetingReading;
import dev.talentpipeline.notification.inbox.MeetingState;
import dev.talentpipeline.notification.inbox.OfferState;
import dev.talentpipeline.notification.inbox.PlacementReading;
import dev.talentpipeline.notification.inbox.PlacementState;
import dev.talentpipeline.notification.webhook.Happening.Kind;
import dev.talentpipeline.notification.webhook.Happening.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HappeningTest {

    private static final Instant NOW = Instant.parse("2027-03-08T03:10:05Z");

    @Test
    void aStateThatAnOfferComesToIsTold() {
        assertThat(offer(OfferState.EXTENDED, null)).contains("offer.extended");
        assertThat(offer(OfferState.EXTENDED, OfferState.AWAITING_APPROVAL)).contains("offer.extended");
    }

    @Test
    void aVersionThatLeavesTheStateIsNot() {
        assertThat(offer(OfferState.EXTENDED, OfferState.EXTENDED)).isEmpty();
    }

    @Test
    void aProposalThatWasNotAdmittedIsNot() {
        assertThat(offer(OfferState.REJECTED, null)).isEmpty();
        assertThat(offer(OfferState.UNKNOWN, OfferState.EXTENDED)).isEmpty();
    }

    @Test
    void ofAPlacementWhatIsNewIsTold() {
        var signing = new PlacementReading(PlacementState.AWAITING_SIGNATURES, null, 1, null, null);
        var started = new PlacementReading(PlacementState.STARTED, null, 1, null, null);
        var toConfirm = new PlacementReading(PlacementState.STARTED, "COMPLETED", 1, null, null);
        var offered = new PlacementReading(PlacementState.STARTED, null, 1, NOW, null);
        var accepted = new PlacementReading(PlacementState.STARTED, null, 1, NOW, NOW);

        assertThat(placement(signing, null)).contains("placement.awaiting_signatures");
        assertThat(placement(signing, signing)).isEmpty();
        assertThat(placement(started, signing)).contains("placement.started");
        assertThat(placement(toConfirm, started)).contains("placement.step_to_confirm");
        assertThat(placement(started, toConfirm)).isEmpty();
        assertThat(placement(offered, started)).contains("placement.job_offered");
        assertThat(placement(accepted, offered)).contains("placement.job_accepted");
        assertThat(placement(accepted, accepted)).isEmpty();
    }

    @Test
    void anEventOfAnEarlyReleaseConcernsNobodyWhomItDoesNotName() {
        assertThat(subject(Kind.PLACEMENT, "", "").organisations()).isEmpty();
        assertThat(subject(Kind.PLACEMENT, "uni-1", "company-1").organisations())
                .containsExactly("uni-1", "company-1");
    }

    @Test
    void ofAMeetingWhatIsNewIsTold() {
        var invited = new MeetingReading(MeetingState.INVITED, NOW, List.of());
        var open = new MeetingReading(MeetingState.OPEN, null, List.of());
        var proposed = new MeetingReading(
                MeetingState.OPEN,
                null,
                List.of(new MeetingReading.Interview("1", InterviewState.PROPOSED, NOW, "COMPANY")));

        assertThat(meeting(1, invited, null)).contains("meeting.invited");
        assertThat(meeting(2, open, invited)).contains("meeting.accepted");
        assertThat(meeting(2, proposed, open)).contains("meeting.interview_proposed");
        assertThat(meeting(2, proposed, proposed)).isEmpty();
        // One that is older than its topic comes into sight in the middle.
        assertThat(meeting(4, open, null)).isEmpty();
    }

    private static Optional<String> meeting(long version, MeetingReading now, MeetingReading before) {
        var subject =
                new Subject(Kind.MEETING, "id-1", version, "STATE", "p-1", "s-1", "", "person-1", "uni-1", "company-1");
        return Happening.ofMeeting(subject, now, Optional.ofNullable(before), NOW)
                .map(Happening::type);
    }

    private static Optional<String> offer(OfferState state, OfferState before) {
        return Happening.ofOffer(subject(Kind.OFFER, "uni-1", "company-1"), state, before, NOW)
                .map(Happening::type);
    }

    private static Optional<String> placement(PlacementReading now, PlacementReading before) {
        return Happening.ofPlacement(subject(Kind.PLACEMENT, "uni-1", "company-1"), now, before, NOW)
                .map(Happening::type);
    }

    private static Subject subject(Kind kind, String university, String company) {
        return new Subject(kind, "id-1", 1, "STATE", "p-1", "s-1", "i-1", "person-1", university, company);
    }
}
