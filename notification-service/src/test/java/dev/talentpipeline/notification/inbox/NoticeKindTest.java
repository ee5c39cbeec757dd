package dev.talentpipeline.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticeKindTest {

    @Test
    void followsFromTheStateOfTheOffer() {
        Map<OfferState, NoticeKind> told = new EnumMap<>(OfferState.class);
        for (OfferState state : OfferState.values()) {
            NoticeKind.calledForBy(state, OfferState.UNKNOWN).ifPresent(kind -> told.put(state, kind));
        }

        assertThat(told)
                .isEqualTo(Map.of(
                        OfferState.EXTENDED, NoticeKind.OFFER_MADE,
                        OfferState.ACCEPTED, NoticeKind.OFFER_ACCEPTED,
                        OfferState.CONFIRMED, NoticeKind.OFFER_CONFIRMED,
                        OfferState.DECLINED, NoticeKind.OFFER_DECLINED,
                        OfferState.EXPIRED, NoticeKind.OFFER_EXPIRED,
                        OfferState.RESCINDED, NoticeKind.OFFER_RESCINDED,
                        OfferState.REFUSED, NoticeKind.OFFER_REFUSED,
                        OfferState.RELEASED, NoticeKind.OFFER_RELEASED));
    }

    @Test
    void isNotCalledForByWhatIsTakenBackBeforeItsStudentHeardOfIt() {
        assertThat(NoticeKind.calledForBy(OfferState.RESCINDED, OfferState.AWAITING_APPROVAL))
                .isEmpty();
        assertThat(NoticeKind.calledForBy(OfferState.LAPSED, OfferState.AWAITING_APPROVAL))
                .isEmpty();
        assertThat(NoticeKind.calledForBy(OfferState.LAPSED, OfferState.ACCEPTED))
                .contains(NoticeKind.OFFER_LAPSED);
        assertThat(NoticeKind.calledForBy(OfferState.EXTENDED, OfferState.AWAITING_APPROVAL))
                .contains(NoticeKind.OFFER_MADE);
        assertThat(NoticeKind.calledForBy(OfferState.RESCINDED, OfferState.KEPT))
                .contains(NoticeKind.OFFER_RESCINDED);
    }

    @Test
    void isMailedUnlessItRepeatsWhatTheReaderJustDid() {
        assertThat(NoticeKind.values())
                .filteredOn(kind -> !kind.channels().contains(Channel.EMAIL))
                .containsExactly(NoticeKind.OFFER_DECLINED);
    }

    @Test
    void isFoundByItsCode() {
        assertThat(Arrays.stream(NoticeKind.values()).map(NoticeKind::code).map(NoticeKind::ofCode))
                .containsExactly(NoticeKind.values());
        assertThat(NoticeKind.OFFER_MADE.code()).isEqualTo("offer-made");
    }

    @Test
    void refusesACodeThatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoticeKind.ofCode("offer-mad"))
                .withMessage("kind (offer-mad) is not a kind of notice.");
    }
}
