package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.offer.OfferCommand.Accept;
import dev.talentpipeline.internship.offer.OfferCommand.Decline;
import dev.talentpipeline.internship.offer.OfferCommand.Expire;
import dev.talentpipeline.internship.offer.OfferCommand.Later;
import dev.talentpipeline.internship.offer.OfferCommand.Rescind;
import dev.talentpipeline.internship.offer.OfferDecision.Happened;
import dev.talentpipeline.internship.offer.OfferDecision.NotOffered;
import dev.talentpipeline.internship.offer.OfferDecision.NotOpen;
import dev.talentpipeline.internship.offer.OfferState.Accepted;
import dev.talentpipeline.internship.offer.OfferState.AwaitingApproval;
import dev.talentpipeline.internship.offer.OfferState.Confirmed;
import dev.talentpipeline.internship.offer.OfferState.Declined;
import dev.talentpipeline.internship.offer.OfferState.Expired;
import dev.talentpipeline.internship.offer.OfferState.Extended;
import dev.talentpipeline.internship.offer.OfferState.Kept;
import dev.talentpipeline.internship.offer.OfferState.Lapsed;
import dev.talentpipeline.internship.offer.OfferState.Refused;
import dev.talentpipeline.internship.offer.OfferState.Rejected;
import dev.talentpipeline.internship.offer.OfferState.Released;
import dev.talentpipeline.internship.offer.OfferState.Replaced;
import dev.talentpipeline.internship.offer.OfferState.Rescinded;
import dev.talentpipeline.internship.offer.OfferState.Vetoed;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state against every command. */
class OfferDecisionTest {

    private static final Instant DEADLINE = Instant.parse("2027-01-04T10:00:00Z");

    /** What a cell says is what a decision gives: states gone through, or {@code no} and the state that the offer is said to be in. */
    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            STATE,             SECOND, ACCEPT,              DECLINE,               EXPIRE,               RESCIND
            REJECTED,          -1,     no REJECTED,         no REJECTED,           no REJECTED,          no REJECTED
            AWAITING_APPROVAL, -1,     no AWAITING_APPROVAL,no AWAITING_APPROVAL,  no AWAITING_APPROVAL, RESCINDED
            AWAITING_APPROVAL, 0,      no AWAITING_APPROVAL,no AWAITING_APPROVAL,  no AWAITING_APPROVAL, RESCINDED
            EXTENDED,          -1,     ACCEPTED CONFIRMED,  DECLINED,              no EXTENDED,          RESCINDED
            EXTENDED,          0,      no EXPIRED,          no EXPIRED,            EXPIRED,              RESCINDED
            EXTENDED,          1,      no EXPIRED,          no EXPIRED,            EXPIRED,              RESCINDED
            KEPT,              -1,     ACCEPTED CONFIRMED,  DECLINED,              no KEPT,              RESCINDED
            KEPT,              0,      no EXPIRED,          no EXPIRED,            EXPIRED,              RESCINDED
            KEPT,              1,      no EXPIRED,          no EXPIRED,            EXPIRED,              RESCINDED
            ACCEPTED,          -1,     no ACCEPTED,         no ACCEPTED,           no ACCEPTED,          no ACCEPTED
            CONFIRMED,         -1,     no CONFIRMED,        no CONFIRMED,          no CONFIRMED,         no CONFIRMED
            VETOED,            -1,     no VETOED,           no VETOED,             no VETOED,            no VETOED
            LAPSED,            -1,     no LAPSED,           no LAPSED,             no LAPSED,            no LAPSED
            DECLINED,          -1,     no DECLINED,         no DECLINED,           no DECLINED,          no DECLINED
            EXPIRED,           -1,     no EXPIRED,          no EXPIRED,            no EXPIRED,           no EXPIRED
            REPLACED,          -1,     no REPLACED,         no REPLACED,           no REPLACED,          no REPLACED
            RESCINDED,         -1,     no RESCINDED,        no RESCINDED,          no RESCINDED,         no RESCINDED
            REFUSED,           -1,     no REFUSED,          no REFUSED,            no REFUSED,           no REFUSED
            RELEASED,          -1,     no RELEASED,         no RELEASED,           no RELEASED,          no RELEASED
            """)
    void decidesByStateCommandAndDeadline(
            OfferStatus status, int second, String accept, String decline, String expire, String rescind) {
        Instant now = DEADLINE.plusSeconds(second);
        OfferState state = state(status);

        assertThat(outcome(OfferDecision.decide(state, new Accept(), now))).isEqualTo(accept);
        assertThat(outcome(OfferDecision.decide(state, new Decline("too-far"), now)))
                .isEqualTo(decline);
        assertThat(outcome(OfferDecision.decide(state, new Expire(), now))).isEqualTo(expire);
        assertThat(outcome(OfferDecision.decide(state, new Rescind(RescindReason.CAPACITY_CUT), now)))
                .isEqualTo(rescind);
    }

    @Test
    void offersNoOtherDecisionInAnyState() {
        for (OfferStatus status : OfferStatus.values()) {
            for (Later.Kind kind : Later.Kind.values()) {
                assertThat(OfferDecision.decide(state(status), new Later(kind), DEADLINE.minusSeconds(1)))
                        .isEqualTo(new NotOffered(kind));
            }
        }
    }

    @Test
    void theReasonOfACommandBecomesTheReasonOfTheState() {
        assertThat(OfferEvent.evolve(new OfferEvent.OfferDeclined("too-far")).reason())
                .isEqualTo("too-far");
        assertThat(OfferEvent.evolve(new OfferEvent.OfferRescinded(RescindReason.PROGRAMME_CLOSED))
                        .reason())
                .isEqualTo("PROGRAMME_CLOSED");
    }

    @Test
    void everyStatusIsReachableAsAStateOfItsName() {
        assertThat(Arrays.stream(OfferStatus.values())
                        .map(OfferDecisionTest::state)
                        .map(OfferState::status))
                .containsExactly(OfferStatus.values());
    }

    @Test
    void onlyOpenAndCommittedOffersBind() {
        assertThat(Arrays.stream(OfferStatus.values()).filter(OfferStatus::isActive))
                .containsExactlyInAnyOrderElementsOf(EnumSet.of(
                        OfferStatus.AWAITING_APPROVAL,
                        OfferStatus.EXTENDED,
                        OfferStatus.KEPT,
                        OfferStatus.ACCEPTED,
                        OfferStatus.CONFIRMED));
    }

    private static String outcome(OfferDecision decision) {
        return switch (decision) {
            case Happened happened ->
                happened.events().stream()
                        .map(event -> OfferEvent.evolve(event).status().name())
                        .collect(Collectors.joining(" "));
            case NotOpen(OfferStatus status) -> "no " + status;
            case NotOffered(Later.Kind kind) -> "not offered " + kind;
        };
    }

    private static OfferState state(OfferStatus status) {
        return switch (status) {
            case REJECTED -> new Rejected("STALE");
            case AWAITING_APPROVAL -> new AwaitingApproval(DEADLINE);
            case VETOED -> new Vetoed(null);
            case LAPSED -> new Lapsed();
            case EXTENDED -> new Extended(DEADLINE);
            case KEPT -> new Kept(DEADLINE);
            case DECLINED -> new Declined(null);
            case EXPIRED -> new Expired();
            case REPLACED -> new Replaced();
            case RESCINDED -> new Rescinded("CAPACITY_CUT");
            case ACCEPTED -> new Accepted();
            case REFUSED -> new Refused(null);
            case RELEASED -> new Released(null);
            case CONFIRMED -> new Confirmed();
        };
    }
}
