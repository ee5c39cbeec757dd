package dev.talentpipeline.internship.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.placement.Entry.Content;
import dev.talentpipeline.internship.placement.Entry.Content.Confirmed;
import dev.talentpipeline.internship.placement.Entry.Content.Disputed;
import dev.talentpipeline.internship.placement.Entry.Content.Recorded;
import dev.talentpipeline.internship.placement.Entry.Content.Voided;
import dev.talentpipeline.internship.placement.PlacementCommand.RecordStep;
import dev.talentpipeline.internship.placement.PlacementDecision.Entered;
import dev.talentpipeline.internship.placement.PlacementDecision.Refused;
import dev.talentpipeline.internship.placement.PlacementEvent.EntryAdded;
import dev.talentpipeline.internship.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacementDecisionTest {

    private static final Instant NOW = Instant.parse("2027-06-01T02:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 5, 31);
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final Party[] ALL = Signing.SIGNATORIES.toArray(Party[]::new);
    private static final Job JOB = new Job("Engineer", LocalDate.of(2027, 9, 1), true);

    @Test
    void eachStateHasItsSteps() {
        Placement agreed = placement(ALL);
        Placement recorded = with(agreed, Party.COMPANY, step(Step.STARTED, FIRST));
        Placement started = with(recorded, Party.STUDENT, new Confirmed(1));
        Placement ending = with(started, Party.COMPANY, step(Step.ENDED, LAST));
        Placement ended = with(ending, Party.STUDENT, new Confirmed(3));
        Placement completed =
                with(with(started, Party.COMPANY, step(Step.COMPLETED, LAST)), Party.UNIVERSITY, new Confirmed(3));
        Placement offered = with(completed, Party.COMPANY, step(Step.JOB_OFFERED, LAST));
        Placement accepted = with(offered, Party.STUDENT, step(Step.JOB_ACCEPTED, TODAY));
        Placement released = with(started, Party.STUDENT, step(Step.RELEASED, TODAY));

        Map<String, List<Step>> possible = new TreeMap<>();
        Map.of(
                        "1 unsigned", placement(Party.COMPANY, Party.STUDENT),
                        "2 agreed", agreed,
                        "3 start recorded", recorded,
                        "4 started", started,
                        "5 end recorded", ending,
                        "6 ended", ended,
                        "7 completed, job offered", offered,
                        "8 job accepted", accepted,
                        "9 released", released)
                .forEach((name, placement) -> possible.put(name, PlacementDecision.possible(placement)));

        assertThat(possible)
                .isEqualTo(Map.of(
                        "1 unsigned", List.of(),
                        "2 agreed", List.of(Step.STARTED),
                        "3 start recorded", List.of(),
                        "4 started", List.of(Step.COMPLETED, Step.ENDED, Step.JOB_OFFERED),
                        "5 end recorded", List.of(Step.JOB_OFFERED),
                        "6 ended", List.of(Step.JOB_OFFERED),
                        "7 completed, job offered", List.of(Step.JOB_ACCEPTED, Step.JOB_DECLINED),
                        "8 job accepted", List.of(),
                        "9 released", List.of()));
        assertThat(List.of(recorded.state(), started.state(), ending.state(), ended.state(), accepted.state()))
                .containsExactly(
                        PlacementState.AGREED,
                        PlacementState.STARTED,
                        PlacementState.STARTED,
                        PlacementState.ENDED,
                        PlacementState.COMPLETED);
        assertThat(released.state()).isEqualTo(PlacementState.RELEASED);
    }

    @Test
    void aStartLiesBetweenTheLastSignatureTheAgreedDaysAndToday() {
        Placement agreed = placement(ALL);

        assertThat(start(agreed, FIRST)).isNull();
        assertThat(start(agreed, LAST)).isNull();
        assertThat(start(agreed, FIRST.minusDays(1))).contains("must not be before 2027-03-01, the first day");
        assertThat(start(agreed, TODAY)).contains("must not be after 2027-05-31, the last day");
        assertThat(start(agreed, TODAY.plusDays(1))).contains("must not be after today");
        LocalDate late = FIRST.plusDays(9);
        Placement signedLate = signed(late, ALL);
        assertThat(start(signedLate, late)).isNull();
        assertThat(start(signedLate, late.minusDays(1))).contains("the agreement was signed by all");
    }

    @Test
    void aCompletionBeforeTheLastDaySaysThatItIsEarly() {
        Placement started =
                with(with(placement(ALL), Party.COMPANY, step(Step.STARTED, FIRST)), Party.STUDENT, new Confirmed(1));

        assertThat(refusal(started, new RecordStep(Step.COMPLETED, LAST, null, false, null), Party.COMPANY))
                .isNull();
        assertThat(refusal(
                        started, new RecordStep(Step.COMPLETED, LAST.minusDays(1), null, false, null), Party.COMPANY))
                .contains("\"early\": true");
        assertThat(refusal(started, new RecordStep(Step.COMPLETED, LAST.minusDays(1), null, true, null), Party.COMPANY))
                .isNull();
        assertThat(refusal(
                        started, new RecordStep(Step.COMPLETED, FIRST.minusDays(1), null, true, null), Party.COMPANY))
                .contains("the day on which it started");
    }

    @Test
    void whatIsDisputedOrVoidedDoesNotCount() {
        Placement recorded = with(placement(ALL), Party.COMPANY, step(Step.STARTED, FIRST));
        Placement disputed = with(recorded, Party.STUDENT, new Disputed(1, "not-so"));
        Placement voided =
                with(with(recorded, Party.STUDENT, new Confirmed(1)), Party.COMPANY, new Voided(1, "mistaken"));

        assertThat(disputed.state()).isEqualTo(PlacementState.AGREED);
        assertThat(voided.state()).isEqualTo(PlacementState.AGREED);
        assertThat(PlacementDecision.possible(disputed)).containsExactly(Step.STARTED);
        assertThat(voided.startedOn()).isNull();
    }

    @Test
    void eachPartyIsToldItsOwnStepsAndWhatItCanSayAboutThoseOfOthers() {
        Placement recorded = with(placement(ALL), Party.COMPANY, step(Step.STARTED, FIRST));
        Placement started = with(recorded, Party.STUDENT, new Confirmed(1));

        assertThat(PlacementDecision.possible(placement(ALL), Party.COMPANY)).containsExactly(Step.STARTED);
        assertThat(PlacementDecision.possible(placement(ALL), Party.STUDENT)).isEmpty();
        assertThat(PlacementDecision.possible(started, Party.COMPANY))
                .containsExactly(Step.COMPLETED, Step.ENDED, Step.JOB_OFFERED);
        assertThat(PlacementDecision.possible(started, Party.UNIVERSITY)).containsExactly(Step.ENDED);
        assertThat(PlacementDecision.possible(recorded, 1, Party.COMPANY)).containsExactly(Reply.VOIDED);
        assertThat(PlacementDecision.possible(recorded, 1, Party.STUDENT))
                .containsExactly(Reply.CONFIRMED, Reply.DISPUTED);
        assertThat(PlacementDecision.possible(recorded, 1, Party.UNIVERSITY))
                .containsExactly(Reply.CONFIRMED, Reply.DISPUTED, Reply.VOIDED);
        assertThat(PlacementDecision.possible(started, 1, Party.STUDENT)).isEmpty();
        assertThat(PlacementDecision.possible(started, 2, Party.UNIVERSITY)).isEmpty();
    }

    private static @Nullable String start(Placement placement, LocalDate on) {
        return refusal(placement, new RecordStep(Step.STARTED, on, null, false, null), Party.COMPANY);
    }

    /** What the refusal says; null if there is none. */
    private static @Nullable String refusal(Placement placement, PlacementCommand command, Party by) {
        return switch (PlacementDecision.decide(placement, command, by, TODAY)) {
            case Entered _ -> null;
            case Refused(Refusal.Unprocessable refusal) -> refusal.detail();
            case Refused(Refusal refusal) -> refusal.toString();
        };
    }

    private static Placement placement(Party... signedBy) {
        return signed(FIRST.minusDays(5), signedBy);
    }

    private static Placement signed(LocalDate on, Party... by) {
        return new Placement(
                new UUID(0, 1),
                new UUID(0, 2),
                "spring",
                new UUID(0, 3),
                new UUID(0, 4),
                new UUID(0, 5),
                "tsinghua",
                "acme-ai",
                FIRST,
                LAST,
                new Signing(1, List.of(by), on),
                null,
                Entries.none(),
                1,
                NOW);
    }

    private static Content step(Step step, LocalDate on) {
        return new Recorded(step, on, null, false, step == Step.JOB_OFFERED ? JOB : null);
    }

    private static Placement with(Placement placement, Party by, Content content) {
        Entry entry = new Entry(placement.entries().next(), content, new Actor(by.name(), "somebody"), NOW);
        return PlacementEvent.evolve(placement, new EntryAdded(entry), NOW);
    }
}
