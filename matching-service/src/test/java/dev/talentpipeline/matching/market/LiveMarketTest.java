package dev.talentpipeline.matching.market;

import static dev.talentpipeline.matching.market.InternshipFixture.internship;
import static dev.talentpipeline.matching.market.MarketFixture.NOW;
import static dev.talentpipeline.matching.market.ProgrammeFixture.programme;
import static dev.talentpipeline.matching.market.StudentFixture.student;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.talentpipeline.matching.market.LiveMarket.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveMarketTest {

    private static final Pair PAIR = new Pair("s", "i");
    private final List<Change> told = new ArrayList<>();
    private final LiveMarket live = new LiveMarket(told::add);

    @BeforeEach
    void arrive() {
        live.put(programme().build());
        live.put(student("s").build());
        live.put(internship("i").build());
    }

    @Test
    void takesOnlyWhatIsNewer() {
        assertThat(live.put(student("s").build())).isEqualTo(Outcome.SUPERSEDED);
        assertThat(live.put(student("s").version(2).build())).isEqualTo(Outcome.STIRRING);
        assertThat(live.put(student("s").version(1).build())).isEqualTo(Outcome.SUPERSEDED);
        assertThat(live.put(internship("i").build())).isEqualTo(Outcome.SUPERSEDED);
        assertThat(live.put(programme().build())).isEqualTo(Outcome.SUPERSEDED);
        assertThat(snapshot().students())
                .containsExactly(student("s").version(2).build());
    }

    @Test
    void aReservationHoldsItsSeatUntilItsOwnOfferIsAnswered() {
        live.reserve(new Seat("o1", PAIR));
        assertThat(live.put(offer("o2", 1, Offer.State.DECLINED, null))).isEqualTo(Outcome.STIRRING);
        assertThat(snapshot().seats()).containsExactly(new Seat("o1", PAIR));

        assertThat(live.put(offer("o1", 1, Offer.State.EXTENDED, null))).isEqualTo(Outcome.QUIET);
        assertThat(live.reserved("o1")).isFalse();
        assertThat(snapshot().seats()).containsExactly(new Seat("o1", PAIR));

        assertThat(live.put(offer("o1", 2, Offer.State.DECLINED, null))).isEqualTo(Outcome.STIRRING);
        assertThat(snapshot().seats()).isEmpty();
    }

    @Test
    void everyActiveStateBindsAndEveryOtherFrees() {
        for (Offer.State state : Offer.State.values()) {
            LiveMarket each = new LiveMarket(_ -> {});
            each.put(programme().build());
            each.reserve(new Seat("o", PAIR));
            each.put(offer("o", 1, state, null));
            boolean active = switch (state) {
                case AWAITING_APPROVAL, EXTENDED, KEPT, ACCEPTED, CONFIRMED -> true;
                case REJECTED, RESCINDED, DECLINED, VETOED, REFUSED, LAPSED, EXPIRED, REPLACED, RELEASED -> false;
            };
            assertThat(each.at(NOW).orElseThrow().seats()).as("%s", state).hasSize(active ? 1 : 0);
        }
    }

    @Test
    void aNoBarsThePairForGood() {
        for (Offer.State state :
                new Offer.State[] {Offer.State.DECLINED, Offer.State.VETOED, Offer.State.REFUSED, Offer.State.RELEASED
                }) {
            live.put(offer("o-" + state, 1, state, null));
            live.put(student("s").version(9).build());
            assertThat(snapshot().apart()).isEqualTo(Map.of(PAIR, Apart.BARRED));
        }
    }

    @Test
    void anExpiredOfferBarsNothing() {
        live.put(offer("o", 1, Offer.State.EXPIRED, null));
        assertThat(snapshot().apart()).isEmpty();
    }

    @Test
    void anOfferThatNobodyApprovedWaitsForANewerStudentOrInternship() {
        live.put(offer("o", 1, Offer.State.LAPSED, null));
        live.put(programme().version(2).build());
        assertThat(snapshot().apart()).isEqualTo(Map.of(PAIR, Apart.WAITING));
        live.put(student("s").version(2).build());
        assertThat(snapshot().apart()).isEmpty();
    }

    @Test
    void aLostUpgradeKeepsNobodyApart() {
        live.put(offer("o", 1, Offer.State.REJECTED, "UPGRADE_LOST"));
        assertThat(snapshot().apart()).isEmpty();
    }

    @Test
    void anOfferThatWentWithALostDatabaseFreesItsSeatAndKeepsNobodyApart() {
        live.put(offer("o", 1, Offer.State.ACCEPTED, null));
        live.put(offer("o", 2, Offer.State.RESCINDED, "DATA_RESTORED"));
        assertThat(snapshot().seats()).isEmpty();
        assertThat(snapshot().apart()).isEmpty();
    }

    @Test
    void whoComesToHoldASeatIsNotProposedByOlderFacts() {
        Versions seen = new Versions(1, 1, 1);
        assertThat(live.isStill(PAIR, seen)).isTrue();
        live.put(offer("other", 1, Offer.State.CONFIRMED, null));
        assertThat(live.isStill(PAIR, seen)).isFalse();
        live.put(offer("other", 2, Offer.State.KEPT, null));
        assertThat(live.isStill(PAIR, seen)).isTrue();
    }

    @Test
    void keepingAnOfferMayMatchSomebodyDifferentlyAndEveryOtherBindingMayNot() {
        assertThat(live.put(offer("o", 1, Offer.State.EXTENDED, null))).isEqualTo(Outcome.QUIET);
        assertThat(live.put(offer("o", 2, Offer.State.KEPT, null))).isEqualTo(Outcome.STIRRING);
        assertThat(live.put(offer("o", 3, Offer.State.ACCEPTED, null))).isEqualTo(Outcome.QUIET);
    }

    @Test
    void aStaleProposalWaitsForTheVersionsThatWereThenCurrent() {
        live.put(new Offer("o", 1, Offer.State.REJECTED, "STALE", PAIR, new Versions(1, 3, 2)));
        assertThat(snapshot().apart()).isEqualTo(Map.of(PAIR, Apart.WAITING));
        live.put(student("s").version(3).build());
        assertThat(snapshot().apart()).isEqualTo(Map.of(PAIR, Apart.WAITING));
        live.put(internship("i").version(2).build());
        assertThat(snapshot().apart()).isEmpty();
    }

    @Test
    void anotherRejectionWaitsForAnythingNewer() {
        live.put(offer("o", 1, Offer.State.REJECTED, "NO_SEAT"));
        assertThat(snapshot().apart()).isEqualTo(Map.of(PAIR, Apart.WAITING));
        live.put(programme().version(2).build());
        assertThat(snapshot().apart()).isEmpty();
    }

    @Test
    void aRescindedOfferWaitsForANewerStudentOrInternship() {
        live.put(offer("o", 1, Offer.State.RESCINDED, "CAPACITY_CUT"));
        live.put(programme().version(2).build());
        assertThat(snapshot().apart()).isEqualTo(Map.of(PAIR, Apart.WAITING));
        live.put(internship("i").version(2).build());
        assertThat(snapshot().apart()).isEmpty();
    }

    @Test
    void whatWasRecalledOrLeftWithItsMemberWaitsForNewerRulesAndNotForANewStateOfTheProgramme() {
        live.put(offer("o", 1, Offer.State.RESCINDED, "MEMBER_LEFT"));
        live.put(offer("late", 1, Offer.State.REJECTED, "RECALLED"));
        live.put(programme().version(2).rulesVersion(1).build());
        assertThat(snapshot().apart()).isEqualTo(Map.of(PAIR, Apart.WAITING));
        live.put(programme().version(3).build());
        assertThat(snapshot().apart()).isEmpty();
    }

    @Test
    void anErasedStudentIsGone() {
        live.erase(LiveMarket.Kind.STUDENT, "s");
        assertThat(snapshot().students()).isEmpty();
    }

    @Test
    void whoseNewestEventCannotBeAppliedIsLeftOutUntilANewerOneCan() {
        live.leaveOut(LiveMarket.Kind.STUDENT, "s");
        assertThat(snapshot().students()).isEmpty();
        assertThat(live.leftOut()).isEqualTo(1);

        live.put(student("s").version(3).build());
        assertThat(snapshot().students()).hasSize(1);
        assertThat(live.leftOut()).isZero();
    }

    @Test
    void tellsWhatBecameDifferentInTheOrderInWhichItDid() {
        told.clear();
        Seat seat = new Seat("o", PAIR);
        live.reserve(seat);
        live.put(offer("o", 1, Offer.State.EXTENDED, null));
        live.put(offer("o", 2, Offer.State.RESCINDED, "STUDENT_WITHDRAWN"));
        var newer = student("s").version(2).build();
        live.put(newer);
        live.put(newer);
        live.leaveOut(LiveMarket.Kind.STUDENT, "s");
        live.erase(LiveMarket.Kind.INTERNSHIP, "i");

        assertThat(told)
                .containsExactly(
                        new Change.SeatTaken(seat),
                        // Apart before the seat is free: otherwise the two would meet again for a moment.
                        new Change.KeptApart(PAIR),
                        new Change.SeatFreed(seat),
                        new Change.StudentHere(newer),
                        new Change.BroughtTogether(PAIR),
                        new Change.StudentGone("s"),
                        new Change.InternshipGone("i"));
    }

    @Test
    void whoKeepsASeatIsInTheMarketOnlyForWhatTheyListedAboveIt() {
        live.put(student("s").version(2).prefers("dream", "i", "worse").build());
        live.put(offer("o", 1, Offer.State.EXTENDED, null));
        told.clear();
        live.put(offer("o", 2, Offer.State.KEPT, null));

        var narrowed = student("s").version(2).acceptsOnly("dream").build();
        Seat bound = new Seat("o", PAIR);
        Seat kept = new Seat("o", PAIR, true);
        assertThat(told)
                .containsExactly(
                        new Change.StudentHere(narrowed), new Change.SeatFreed(bound), new Change.SeatTaken(kept));
        assertThat(snapshot().students()).containsExactly(narrowed);
        assertThat(live.asPosted(NOW).orElseThrow().students()).doesNotContain(narrowed);
        assertThat(snapshot().seats()).containsExactly(kept);
        assertThat(live.keptBy("s")).contains(kept);

        told.clear();
        live.put(offer("o", 3, Offer.State.REPLACED, null));
        var whole = student("s").version(2).prefers("dream", "i", "worse").build();
        assertThat(told).containsExactly(new Change.SeatFreed(kept), new Change.StudentHere(whole));
        assertThat(live.keptBy("s")).isEmpty();
    }

    @Test
    void aPairIsApartWhileAnyOfItsOffersSaysSo() {
        live.put(offer("rejected", 1, Offer.State.REJECTED, "NO_SEAT"));
        live.put(offer("declined", 1, Offer.State.DECLINED, null));
        told.clear();
        var newer = student("s").version(2).build();
        live.put(newer);
        assertThat(told).containsExactly(new Change.StudentHere(newer));

        live.erase(LiveMarket.Kind.OFFER, "declined");
        assertThat(told).last().isEqualTo(new Change.BroughtTogether(PAIR));
        assertThat(live.isStill(PAIR, new Versions(1, 2, 1))).isTrue();
        assertThat(live.isStill(PAIR, new Versions(1, 1, 1))).isFalse();
    }

    @Test
    void hasNoMarketBeforeTheProgrammeArrives() {
        LiveMarket early = new LiveMarket(_ -> {});
        early.put(student("s").build());
        assertThat(early.at(NOW)).isEmpty();
    }

    @Test
    void factsThatCannotBeAreRefusedWithTheirValue() {
        assertThatExceptionOfType(InvalidFactsException.class)
                .isThrownBy(() -> internship("i").seats(0).build())
                .withMessage("seats (0) must be positive. Maybe withdraw the internship instead.");
        assertThatExceptionOfType(InvalidFactsException.class)
                .isThrownBy(() -> student("s").prefers("i1", "i2", "i1").build())
                .withMessageStartingWith("preferences name i1 twice");
        assertThatExceptionOfType(InvalidFactsException.class)
                .isThrownBy(
                        () -> programme().weights(Map.of("skills", Double.NaN)).build())
                .withMessageStartingWith("weight of skills (NaN) must be a number");
        assertThatExceptionOfType(InvalidFactsException.class)
                .isThrownBy(() -> programme().weights(Map.of("skills", -1.0)).build())
                .withMessageStartingWith("weight of skills (-1.0)");
    }

    private Market snapshot() {
        return live.at(NOW).orElseThrow();
    }

    private static Offer offer(String id, long version, Offer.State state, @Nullable String reason) {
        return new Offer(id, version, state, reason, PAIR, new Versions(1, 1, 1));
    }
}
