package dev.talentpipeline.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.notification.inbox.OfferState;
import dev.talentpipeline.notification.inbox.PlacementReading;
import dev.talentpipeline.notification.inbox.PlacementState;
import dev.talentpipeline.notification.webhook.Happening.Kind;
import dev.talentpipeline.notification.webhook.Happening.Subject;
import java.time.Instant;
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
