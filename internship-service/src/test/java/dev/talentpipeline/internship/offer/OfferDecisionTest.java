package dev.talentpipeline.internship.offer;

import static dev.talentpipeline.internship.offer.Party.COMPANY;
import static dev.talentpipeline.internship.offer.Party.SCHOOL;
import static dev.talentpipeline.internship.offer.Party.STUDENT;
import static dev.talentpipeline.internship.offer.Party.UNIVERSITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.talentpipeline.internship.offer.OfferCommand.Accept;
import dev.talentpipeline.internship.offer.OfferCommand.Approve;
import dev.talentpipeline.internship.offer.OfferCommand.Decline;
import dev.talentpipeline.internship.offer.OfferCommand.Endorse;
import dev.talentpipeline.internship.offer.OfferCommand.Escalate;
import dev.talentpipeline.internship.offer.OfferCommand.Expire;
import dev.talentpipeline.internship.offer.OfferCommand.Keep;
import dev.talentpipeline.internship.offer.OfferCommand.PutOff;
import dev.talentpipeline.internship.offer.OfferCommand.Refuse;
import dev.talentpipeline.internship.offer.OfferCommand.Remind;
import dev.talentpipeline.internship.offer.OfferCommand.Replace;
import dev.talentpipeline.internship.offer.OfferCommand.Rescind;
import dev.talentpipeline.internship.offer.OfferCommand.Veto;
import dev.talentpipeline.internship.offer.OfferDecision.Happened;
import dev.talentpipeline.internship.offer.OfferDecision.NotPossible;
import dev.talentpipeline.internship.offer.OfferDecision.ReasonMissing;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state against every command, before its deadline, at it and after it. Releases have a test of their own. */
class OfferDecisionTest {

    private static final Instant DEADLINE = Instant.parse("2027-01-04T10:00:00Z");
    private static final Instant NEXT_DEADLINE = Instant.parse("2027-02-01T10:00:00Z");
    private static final Endorsing BY_SCHOOL = new Endorsing(SCHOOL, DEADLINE);
    private static final Endorsing BY_UNIVERSITY = new Endorsing(UNIVERSITY, DEADLINE);
    private static final Endorsing BY_UNIVERSITY_NEXT = new Endorsing(UNIVERSITY, NEXT_DEADLINE);

    /** A cell holds the states gone through, or a hyphen where the command is refused, naming what the offer then IS. */
    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            STATE             | SECOND | IS                | APPROVE  | VETO   | ACCEPT             | KEEP | DECLINE  | ENDORSE   | REFUSE  | REPLACE  | EXPIRE  | RESCIND | PUT_OFF | REMIND | ESCALATE
            AWAITING_APPROVAL | -1     | AWAITING_APPROVAL | EXTENDED | VETOED | -                  | -    | -        | -         | -       | -        | -       | RESCINDED | - | AWAITING_APPROVAL | AWAITING_APPROVAL
            AWAITING_APPROVAL |  0     | LAPSED            | -        | -      | -                  | -    | -        | -         | -       | -        | LAPSED  | RESCINDED | AWAITING_APPROVAL | - | -
            AWAITING_APPROVAL |  1     | LAPSED            | -        | -      | -                  | -    | -        | -         | -       | -        | LAPSED  | RESCINDED | AWAITING_APPROVAL | - | -
            EXTENDED          | -1     | EXTENDED          | -        | -      | ACCEPTED CONFIRMED | KEPT | DECLINED | -         | -       | -        | -       | RESCINDED | - | EXTENDED | EXTENDED
            EXTENDED          |  0     | EXPIRED           | -        | -      | -                  | -    | -        | -         | -       | -        | EXPIRED | RESCINDED | EXTENDED | - | -
            EXTENDED          |  1     | EXPIRED           | -        | -      | -                  | -    | -        | -         | -       | -        | EXPIRED | RESCINDED | EXTENDED | - | -
            KEPT              | -1     | KEPT              | -        | -      | ACCEPTED CONFIRMED | -    | DECLINED | -         | -       | REPLACED | -       | RESCINDED | - | KEPT | KEPT
            KEPT              |  0     | EXPIRED           | -        | -      | -                  | -    | -        | -         | -       | -        | EXPIRED | RESCINDED | KEPT | - | -
            KEPT              |  1     | EXPIRED           | -        | -      | -                  | -    | -        | -         | -       | -        | EXPIRED | RESCINDED | KEPT | - | -
            ACCEPTED          | -1     | ACCEPTED          | -        | -      | -                  | -    | -        | CONFIRMED | REFUSED | -        | -       | - | - | ACCEPTED | ACCEPTED
            ACCEPTED          |  0     | LAPSED            | -        | -      | -                  | -    | -        | -         | -       | -        | LAPSED  | - | ACCEPTED | - | -
            ACCEPTED          |  1     | LAPSED            | -        | -      | -                  | -    | -        | -         | -       | -        | LAPSED  | - | ACCEPTED | - | -
            CONFIRMED         | -1     | CONFIRMED         | -        | -      | -                  | -    | -        | -         | -       | -        | -       | - | - | - | -
            CONFIRMED         |  1     | CONFIRMED         | -        | -      | -                  | -    | -        | -         | -       | -        | -       | - | - | - | -
            REJECTED          | -1     | REJECTED          | -        | -      | -                  | -    | -        | -         | -       | -        | -       | - | - | - | -
            VETOED            | -1     | VETOED            | -        | -      | -                  | -    | -        | -         | -       | -        | -       | - | - | - | -
            LAPSED            | -1     | LAPSED            | -        | -      | -                  | -    | -        | -         | -       | -        | -       | - | - | - | -
            DECLINED          | -1     | DECLINED          | -        | -      | -                  | -    | -        | -         | -       | -        | -       | - | - | - | -
            EXPIRED           | -1     | EXPIRED           | -        | -      | -                  | -    | -        | -         | -       | -        | -       | - | - | - | -
            REPLACED          | -1     | REPLACED          | -        | -      | -                  | -    | -        | -         | -       | -        | -       | - | - | - | -
            RESCINDED         | -1     | RESCINDED         | -        | -      | -                  | -    | -        | -         | -       | -        | -       | - | - | - | -
            REFUSED           | -1     | REFUSED           | -        | -      | -                  | -    | -        | -         | -       | -        | -       | - | - | - | -
            RELEASED          | -1     | RELEASED          | -        | -      | -                  | -    | -        | -         | -       | -        | -       | - | - | - | -
            """)
    void decidesByStateCommandAndDeadline(
            OfferStatus status,
            int second,
            OfferStatus is,
            String approve,
            String veto,
            String accept,
            String keep,
            String decline,
            String endorse,
            String refuse,
            String replace,
            String expire,
            String rescind,
            String putOff,
            String remind,
            String escalate) {
        List<OfferCommand> commands = List.of(
                new Approve(NEXT_DEADLINE),
                new Veto("no-fit"),
                new Accept(null),
                new Keep(NEXT_DEADLINE),
                new Decline("too-far"),
                new Endorse(UNIVERSITY, NEXT_DEADLINE),
                new Refuse(UNIVERSITY, "no-credit"),
                new Replace(),
                new Expire(Silence.NO),
                new Rescind(RescindReason.CAPACITY_CUT),
                new PutOff(NEXT_DEADLINE, Grace.OUTAGE),
                new Remind(),
                new Escalate());

        assertThat(commands)
                .extracting(command -> outcome(state(status), command, DEADLINE.plusSeconds(second), is))
                .containsExactly(
                        approve, veto, accept, keep, decline, endorse, refuse, replace, expire, rescind, putOff, remind,
                        escalate);
    }

    @Test
    void acceptanceWaitsForTheUniversityWhereItEndorses() {
        for (OfferState open : List.of(new Extended(DEADLINE), new Kept(DEADLINE))) {
            assertThat(after(open, new Accept(BY_UNIVERSITY_NEXT), DEADLINE.minusSeconds(1)))
                    .containsExactly(new Accepted(BY_UNIVERSITY_NEXT, null));
        }
    }

    @Test
    void theSchoolEndorsesBeforeTheUniversityAndNeitherInTheOthersPlace() {
        Instant now = DEADLINE.minusSeconds(1);
        Accepted first = new Accepted(BY_SCHOOL, null);
        Accepted second = new Accepted(BY_UNIVERSITY, null);

        assertThat(after(first, new Endorse(SCHOOL, NEXT_DEADLINE), now))
                .containsExactly(new Accepted(BY_UNIVERSITY_NEXT, null));
        assertThat(after(second, new Endorse(UNIVERSITY, NEXT_DEADLINE), now)).containsExactly(new Confirmed(null));
        assertThat(after(first, new Refuse(SCHOOL, "no-credit"), now)).containsExactly(new Refused("no-credit"));
        for (OfferCommand outOfTurn : List.of(new Endorse(UNIVERSITY, NEXT_DEADLINE), new Refuse(UNIVERSITY, "x"))) {
            assertThat(OfferDecision.decide(first, outOfTurn, now)).isEqualTo(new NotPossible(OfferStatus.ACCEPTED));
        }
        for (OfferCommand outOfTurn : List.of(new Endorse(SCHOOL, NEXT_DEADLINE), new Refuse(SCHOOL, "x"))) {
            assertThat(OfferDecision.decide(second, outOfTurn, now)).isEqualTo(new NotPossible(OfferStatus.ACCEPTED));
        }
        assertThat(OfferDecision.possible(first, now, party -> party == SCHOOL))
                .containsExactly(DecisionKind.ENDORSE, DecisionKind.REFUSE);
        assertThat(OfferDecision.possible(first, now, party -> party == UNIVERSITY))
                .isEmpty();
    }

    @Test
    void silenceMeansWhatTheProgrammeSays() {
        Silence yes = new Silence(NEXT_DEADLINE, NEXT_DEADLINE);

        assertThat(after(new AwaitingApproval(DEADLINE), new Expire(yes), DEADLINE))
                .containsExactly(new Extended(NEXT_DEADLINE));
        assertThat(after(new Accepted(BY_SCHOOL, null), new Expire(yes), DEADLINE))
                .containsExactly(new Accepted(BY_UNIVERSITY_NEXT, null));
        assertThat(after(new Accepted(BY_UNIVERSITY, null), new Expire(yes), DEADLINE))
                .containsExactly(new Confirmed(null));
        // a student's silence is no yes
        assertThat(after(new Extended(DEADLINE), new Expire(yes), DEADLINE)).containsExactly(new Expired());
        assertThat(after(new Kept(DEADLINE), new Expire(yes), DEADLINE)).containsExactly(new Expired());
    }

    @Test
    void aDeadlineThatIsPutOffIsAwaitedLikeTheFirst() {
        PutOff putOff = new PutOff(NEXT_DEADLINE, Grace.OUTAGE);

        assertThat(after(new Extended(DEADLINE), putOff, DEADLINE)).containsExactly(new Extended(NEXT_DEADLINE));
        assertThat(after(new Accepted(BY_SCHOOL, null), putOff, DEADLINE))
                .containsExactly(new Accepted(new Endorsing(SCHOOL, NEXT_DEADLINE), null));
    }

    @Test
    void aNewDeadlineStartsWithTheDecision() {
        Instant now = DEADLINE.minusSeconds(1);

        assertThat(after(new AwaitingApproval(DEADLINE), new Approve(NEXT_DEADLINE), now))
                .containsExactly(new Extended(NEXT_DEADLINE));
        assertThat(after(new Extended(DEADLINE), new Keep(NEXT_DEADLINE), now))
                .containsExactly(new Kept(NEXT_DEADLINE));
    }

    @Test
    void theReasonOfACommandBecomesTheReasonOfTheState() {
        Instant now = DEADLINE.minusSeconds(1);

        assertThat(after(new Extended(DEADLINE), new Decline("too-far"), now)).containsExactly(new Declined("too-far"));
        assertThat(after(new AwaitingApproval(DEADLINE), new Veto("no-fit"), now))
                .containsExactly(new Vetoed("no-fit"));
        assertThat(after(new Accepted(BY_UNIVERSITY, null), new Refuse(UNIVERSITY, "no-credit"), now))
                .containsExactly(new Refused("no-credit"));
        assertThat(after(new Kept(DEADLINE), new Rescind(RescindReason.PROGRAMME_CLOSED), now))
                .containsExactly(new Rescinded("PROGRAMME_CLOSED"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            STATE,             POSSIBLE
            AWAITING_APPROVAL, APPROVE VETO
            EXTENDED,          ACCEPT KEEP DECLINE
            KEPT,              ACCEPT DECLINE
            ACCEPTED,          ENDORSE REFUSE RELEASE
            CONFIRMED,         RELEASE
            """)
    void saysWhatIsPossible(OfferStatus status, String possible) {
        assertThat(OfferDecision.possible(state(status), DEADLINE.minusSeconds(1)))
                .extracting(DecisionKind::name)
                .containsExactly(possible.split(" "));
    }

    @Test
    void nothingIsPossibleAfterTheDeadlineOrOnceSettled() {
        for (OfferStatus status : OfferStatus.values()) {
            assertThat(OfferDecision.possible(state(status), DEADLINE))
                    .as(status.name())
                    .isEqualTo(status == OfferStatus.CONFIRMED ? List.of(DecisionKind.RELEASE) : List.of());
        }
    }

    @Test
    void aDecisionThatNeedsAReasonIsNoCommandWithoutOne() {
        Deadlines deadlines = new Deadlines(DEADLINE, DEADLINE, DEADLINE, DEADLINE, null);

        for (DecisionKind kind : List.of(DecisionKind.VETO, DecisionKind.REFUSE)) {
            assertThat(kind.needsReason()).isTrue();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Decision.of(kind, null).command(COMPANY, deadlines));
        }
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

    @Test
    void anEndorsementLeavesTheReleaseThatIsAskedForOpen() {
        ReleaseRequest request = new ReleaseRequest(STUDENT, "illness", false, Seat.RETURN);

        assertThat(after(
                        new Accepted(BY_UNIVERSITY, request),
                        new Endorse(UNIVERSITY, NEXT_DEADLINE),
                        DEADLINE.minusSeconds(1)))
                .containsExactly(new Confirmed(request));
    }

    private static String outcome(OfferState state, OfferCommand command, Instant now, OfferStatus is) {
        return switch (OfferDecision.decide(state, command, now)) {
            case Happened _ ->
                after(state, command, now).stream()
                        .map(after -> after.status().name())
                        .collect(Collectors.joining(" "));
            case NotPossible(OfferStatus status) -> status == is ? "-" : "refused as " + status;
            case ReasonMissing() -> "reason missing";
        };
    }

    /** The states gone through. */
    private static List<OfferState> after(OfferState state, OfferCommand command, Instant now) {
        assertThat(OfferDecision.decide(state, command, now)).isInstanceOf(Happened.class);
        List<OfferState> states = new ArrayList<>();
        OfferState at = state;
        for (OfferEvent event : ((Happened) OfferDecision.decide(state, command, now)).events()) {
            at = OfferEvent.evolve(at, event);
            states.add(at);
        }
        return states;
    }

    private static OfferState state(OfferStatus status) {
        return switch (status) {
            case REJECTED -> new Rejected("STALE");
            case AWAITING_APPROVAL -> new AwaitingApproval(DEADLINE);
            case VETOED -> new Vetoed("no-fit");
            case LAPSED -> new Lapsed();
            case EXTENDED -> new Extended(DEADLINE);
            case KEPT -> new Kept(DEADLINE);
            case DECLINED -> new Declined(null);
            case EXPIRED -> new Expired();
            case REPLACED -> new Replaced();
            case RESCINDED -> new Rescinded("CAPACITY_CUT");
            case ACCEPTED -> new Accepted(BY_UNIVERSITY, null);
            case REFUSED -> new Refused("no-credit");
            case RELEASED -> new Released("illness");
            case CONFIRMED -> new Confirmed(null);
        };
    }
}
