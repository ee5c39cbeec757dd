package dev.talentpipeline.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.talentpipeline.notification.inbox.OfferNews.Prompt;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
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
    void isCalledForByAReminderOfWhatIsStillToBeAnswered() {
        assertThat(prompted(OfferState.EXTENDED, Prompt.REMINDER)).contains(NoticeKind.OFFER_REMINDER);
        assertThat(prompted(OfferState.KEPT, Prompt.REMINDER)).contains(NoticeKind.OFFER_REMINDER);
        assertThat(prompted(OfferState.KEPT, Prompt.ESCALATION)).contains(NoticeKind.OFFER_ESCALATED);
        assertThat(prompted(OfferState.ACCEPTED, Prompt.ESCALATION)).contains(NoticeKind.ENDORSEMENT_ESCALATED);
        // nothing is the student's to do, nothing is known to the student, nothing happened but a later deadline
        assertThat(prompted(OfferState.ACCEPTED, Prompt.REMINDER)).isEmpty();
        assertThat(prompted(OfferState.AWAITING_APPROVAL, Prompt.ESCALATION)).isEmpty();
        assertThat(prompted(OfferState.EXTENDED, Prompt.NONE)).isEmpty();
    }

    @Test
    void isThatOfTheStateIfTheReminderIsTheFirstThatIsReadOfIt() {
        assertThat(NoticeKind.calledForBy(news(OfferState.EXTENDED, Prompt.REMINDER), OfferState.UNKNOWN))
                .contains(NoticeKind.OFFER_MADE);
    }

    private static Optional<NoticeKind> prompted(OfferState state, Prompt prompt) {
        return NoticeKind.calledForBy(news(state, prompt), state);
    }

    private static OfferNews news(OfferState state, Prompt prompt) {
        return new OfferNews(
                "spring",
                "offer-1",
                2,
                state,
                "li-lei",
                "opening",
                OfferNewsFixture.FACTS,
                prompt,
                Sides.UNKNOWN,
                null);
    }

    @Test
    void isMailedUnlessItRepeatsWhatTheReaderKnows() {
        assertThat(NoticeKind.values())
                .filteredOn(kind -> !kind.channels().contains(Channel.EMAIL))
                .containsExactly(NoticeKind.OFFER_DECLINED, NoticeKind.PLACEMENT_RELEASED, NoticeKind.JOB_ACCEPTED);
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
