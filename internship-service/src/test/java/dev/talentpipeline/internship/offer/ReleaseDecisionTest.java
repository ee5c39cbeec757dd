package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.offer.OfferCommand.RefuseRelease;
import dev.talentpipeline.internship.offer.OfferCommand.Release;
import dev.talentpipeline.internship.offer.OfferDecision.Happened;
import dev.talentpipeline.internship.offer.OfferDecision.NotPossible;
import dev.talentpipeline.internship.offer.OfferDecision.ReasonMissing;
import dev.talentpipeline.internship.offer.OfferEvent.OfferReleased;
import dev.talentpipeline.internship.offer.OfferEvent.ReleaseMoved;
import dev.talentpipeline.internship.offer.OfferState.Accepted;
import dev.talentpipeline.internship.offer.OfferState.Committed;
import dev.talentpipeline.internship.offer.OfferState.Confirmed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every release that may be asked for against what every party may say to it. */
class ReleaseDecisionTest {

    private static final Instant DEADLINE = Instant.parse("2027-01-04T10:00:00Z");
    private static final Instant NOW = DEADLINE.minusSeconds(1);
    private static final Endorsing ENDORSING = new Endorsing(Party.UNIVERSITY, DEADLINE);

    /** A cell holds the step that is taken, RELEASED, or a hyphen where it is refused. */
    @ParameterizedTest(name = "asked by {0}, refused {1}: {2}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "nobody", textBlock = """
            ASKED_BY, REFUSED, PARTY,      RELEASE,  REFUSE_RELEASE
            nobody,   false,   STUDENT,    ASKED,    -
            nobody,   false,   COMPANY,    ASKED,    -
            nobody,   false,   UNIVERSITY, -,        -
            STUDENT,  false,   STUDENT,    -,        TAKEN_BACK
            STUDENT,  false,   COMPANY,    RELEASED, REFUSED
            STUDENT,  false,   UNIVERSITY, RELEASED, DENIED
            STUDENT,  true,    STUDENT,    -,        TAKEN_BACK
            STUDENT,  true,    COMPANY,    RELEASED, -
            STUDENT,  true,    UNIVERSITY, RELEASED, DENIED
            COMPANY,  false,   COMPANY,    -,        TAKEN_BACK
            COMPANY,  false,   STUDENT,    RELEASED, REFUSED
            COMPANY,  false,   UNIVERSITY, RELEASED, DENIED
            COMPANY,  true,    COMPANY,    -,        TAKEN_BACK
            COMPANY,  true,    STUDENT,    RELEASED, -
            COMPANY,  true,    UNIVERSITY, RELEASED, DENIED
            """)
    void oneAsksTheOtherAnswersAndTheUniversityDecides(
            @Nullable Party askedBy, boolean refused, Party by, String release, String refuseRelease) {
        ReleaseRequest request = askedBy == null ? null : new ReleaseRequest(askedBy, "illness", refused, Seat.RETURN);

        for (Committed state : List.of(new Accepted(ENDORSING, request), new Confirmed(request))) {
            assertThat(outcome(state, new Release(by, "moved-away", null))).isEqualTo(release);
            assertThat(outcome(state, new RefuseRelease(by, "needed"))).isEqualTo(refuseRelease);
        }
    }

    @Test
    void whoAsksSaysWhyAndWhoAgreesNeedNot() {
        assertThat(OfferDecision.decide(new Confirmed(null), new Release(Party.STUDENT, null, null), NOW))
                .isEqualTo(new ReasonMissing());
        assertThat(OfferDecision.decide(
                        new Confirmed(new ReleaseRequest(Party.STUDENT, "illness", false, Seat.RETURN)),
                        new Release(Party.COMPANY, null, null),
                        NOW))
                .isEqualTo(new Happened(List.of(new OfferReleased("illness", Seat.RETURN))));
    }

    @Test
    void aRefusalLeavesTheRequestToTheUniversityAndADenialEndsIt() {
        Confirmed asked = new Confirmed(new ReleaseRequest(Party.STUDENT, "illness", false, Seat.RETURN));

        assertThat(after(asked, new RefuseRelease(Party.COMPANY, "needed")))
                .isEqualTo(new Confirmed(new ReleaseRequest(Party.STUDENT, "illness", true, Seat.RETURN)));
        assertThat(after(asked, new RefuseRelease(Party.UNIVERSITY, null))).isEqualTo(new Confirmed(null));
        assertThat(after(asked, new RefuseRelease(Party.STUDENT, null))).isEqualTo(new Confirmed(null));
    }

    /** The company says with its request or its answer what becomes of the seat, and the university may say otherwise. */
    @ParameterizedTest(name = "asked by {0} with {1}, agreed to by {2} with {3}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            ASKED_BY, ASKED,  AGREES,     SAYS,   SEAT
            STUDENT,  -,      COMPANY,    -,      RETURN
            STUDENT,  -,      COMPANY,    CLOSE,  CLOSE
            STUDENT,  -,      UNIVERSITY, CLOSE,  CLOSE
            COMPANY,  CLOSE,  STUDENT,    -,      CLOSE
            COMPANY,  -,      STUDENT,    -,      RETURN
            COMPANY,  CLOSE,  UNIVERSITY, -,      CLOSE
            COMPANY,  CLOSE,  UNIVERSITY, RETURN, RETURN
            """)
    void theSeatReturnsUnlessCompanyOrUniversityCloseIt(
            Party askedBy, @Nullable Seat asked, Party agrees, @Nullable Seat says, Seat seat) {
        OfferState asking = after(new Confirmed(null), new Release(askedBy, "illness", asked));

        assertThat(OfferDecision.decide(asking, new Release(agrees, null, says), NOW))
                .isEqualTo(new Happened(List.of(new OfferReleased("illness", seat))));
    }

    @Test
    void nothingIsReleasedOnceTheEndorsementHasLapsed() {
        Accepted lapsed = new Accepted(ENDORSING, new ReleaseRequest(Party.STUDENT, "illness", false, Seat.RETURN));

        assertThat(OfferDecision.decide(lapsed, new Release(Party.COMPANY, null, null), DEADLINE))
                .isEqualTo(new NotPossible(OfferStatus.LAPSED));
        assertThat(OfferDecision.decide(lapsed, new RefuseRelease(Party.COMPANY, null), DEADLINE))
                .isEqualTo(new NotPossible(OfferStatus.LAPSED));
    }

    @Test
    void whatIsPossibleDependsOnWhatIsAskedFor() {
        assertThat(OfferDecision.possible(new Confirmed(null), NOW)).containsExactly(DecisionKind.RELEASE);
        assertThat(OfferDecision.possible(
                        new Confirmed(new ReleaseRequest(Party.COMPANY, "budget", true, Seat.RETURN)), NOW))
                .containsExactly(DecisionKind.RELEASE, DecisionKind.REFUSE_RELEASE);
    }

    private static String outcome(OfferState state, OfferCommand command) {
        return switch (OfferDecision.decide(state, command, NOW)) {
            case Happened(List<OfferEvent> events) -> named(events.getFirst());
            case NotPossible(OfferStatus status) -> status == state.status() ? "-" : "refused as " + status;
            case ReasonMissing() -> "reason missing";
        };
    }

    private static String named(OfferEvent event) {
        return switch (event) {
            case ReleaseMoved(var _, var taken) -> taken.step().name();
            case OfferReleased(String reason, var _) -> {
                assertThat(reason).isEqualTo("illness");
                yield "RELEASED";
            }
            default -> Objects.toString(event);
        };
    }

    private static OfferState after(OfferState state, OfferCommand command) {
        assertThat(OfferDecision.decide(state, command, NOW)).isInstanceOf(Happened.class);
        return OfferEvent.evolve(
                state,
                ((Happened) OfferDecision.decide(state, command, NOW)).events().getFirst());
    }
}
