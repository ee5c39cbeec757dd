package dev.talentpipeline.notification.inbox;

import static dev.talentpipeline.notification.inbox.PlacementState.AGREED;
import static dev.talentpipeline.notification.inbox.PlacementState.AWAITING_SIGNATURES;
import static dev.talentpipeline.notification.inbox.PlacementState.COMPLETED;
import static dev.talentpipeline.notification.inbox.PlacementState.ENDED;
import static dev.talentpipeline.notification.inbox.PlacementState.RELEASED;
import static dev.talentpipeline.notification.inbox.PlacementState.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacementReadingTest {

    private static final Instant MONDAY = Instant.parse("2027-05-03T02:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2027-05-04T02:00:00Z");

    @Test
    void asksForASignatureUnderEachTextOnce() {
        assertThat(reading(AWAITING_SIGNATURES, null, 1).calledForAfter(PlacementReading.NONE))
                .contains(NoticeKind.AGREEMENT_TO_SIGN);
        assertThat(reading(AWAITING_SIGNATURES, null, 1).calledForAfter(reading(AWAITING_SIGNATURES, null, 1)))
                .isEmpty();
        assertThat(reading(AWAITING_SIGNATURES, null, 2).calledForAfter(reading(AWAITING_SIGNATURES, null, 1)))
                .contains(NoticeKind.AGREEMENT_TO_SIGN);
    }

    @Test
    void tellsOfEachStateWhenItIsReached() {
        assertThat(reading(AGREED, null, 1).calledForAfter(reading(AWAITING_SIGNATURES, null, 1)))
                .contains(NoticeKind.PLACEMENT_AGREED);
        assertThat(reading(STARTED, null, 1).calledForAfter(reading(AGREED, "STARTED", 1)))
                .contains(NoticeKind.PLACEMENT_STARTED);
        assertThat(reading(COMPLETED, null, 1).calledForAfter(reading(STARTED, "COMPLETED", 1)))
                .contains(NoticeKind.PLACEMENT_COMPLETED);
        assertThat(reading(ENDED, null, 1).calledForAfter(reading(STARTED, "ENDED", 1)))
                .contains(NoticeKind.PLACEMENT_ENDED);
        assertThat(reading(RELEASED, null, 1).calledForAfter(reading(STARTED, null, 1)))
                .contains(NoticeKind.PLACEMENT_RELEASED);
    }

    @Test
    void asksForAConfirmationWhenAStepIsRecorded() {
        assertThat(reading(AGREED, "STARTED", 1).calledForAfter(reading(AGREED, null, 1)))
                .contains(NoticeKind.PLACEMENT_TO_CONFIRM);
        assertThat(reading(AGREED, null, 1).calledForAfter(reading(AGREED, "STARTED", 1)))
                .isEmpty();
    }

    @Test
    void saysNothingNewWhenAStepIsVoided() {
        assertThat(reading(STARTED, null, 1).calledForAfter(reading(ENDED, null, 1)))
                .isEmpty();
        assertThat(reading(AGREED, null, 1).calledForAfter(reading(STARTED, null, 1)))
                .isEmpty();
    }

    @Test
    void tellsOfEachJobOfferAndOfTheAcceptance() {
        var offered = new PlacementReading(STARTED, null, 1, MONDAY, null);
        assertThat(offered.calledForAfter(reading(STARTED, null, 1))).contains(NoticeKind.JOB_OFFERED);
        assertThat(offered.calledForAfter(offered)).isEmpty();
        assertThat(new PlacementReading(STARTED, null, 1, TUESDAY, null).calledForAfter(offered))
                .contains(NoticeKind.JOB_OFFERED);
        assertThat(new PlacementReading(STARTED, null, 1, MONDAY, TUESDAY).calledForAfter(offered))
                .contains(NoticeKind.JOB_ACCEPTED);
    }

    private static PlacementReading reading(PlacementState state, @Nullable String awaiting, int revision) {
        return new PlacementReading(state, awaiting, revision, null, null);
    }
}
