package dev.talentpipeline.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);

    @Test
    void theOneThatHoldsASeatIsShownEvenIfAnotherIsLater() {
        Offer accepted = offer("a", "ACCEPTED", MONDAY);

        assertThat(Offer.current(List.of(accepted, offer("b", "DECLINED", TUESDAY))))
                .hasValue(accepted);
    }

    @Test
    void ofThoseThatHoldNoSeatTheLatestIsShown() {
        Offer expired = offer("b", "EXPIRED", TUESDAY);

        assertThat(Offer.current(List.of(expired, offer("a", "DECLINED", MONDAY), offer("c", "VETOED", null))))
                .hasValue(expired);
    }

    @Test
    void withoutAnOfferNoneIsShown() {
        assertThat(Offer.current(List.of())).isEmpty();
    }

    private static Offer offer(String id, String state, Instant proposedAt) {
        return new Offer(
                id,
                "p",
                "s",
                "i",
                state,
                0.5,
                null,
                null,
                null,
                1,
                1,
                null,
                null,
                proposedAt,
                null,
                null,
                null,
                null,
                null);
    }
}
