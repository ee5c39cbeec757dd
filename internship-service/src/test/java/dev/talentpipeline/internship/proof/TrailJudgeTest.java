package dev.talentpipeline.internship.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.offer.Commitment;
import dev.talentpipeline.internship.offer.OfferStatus;
import dev.talentpipeline.internship.proof.Trail.Step;
import dev.talentpipeline.internship.proof.Trail.Step.InternshipStep;
import dev.talentpipeline.internship.proof.Trail.Step.OfferStep;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrailJudgeTest {

    private static final UUID INTERNSHIP = new UUID(1, 0);
    private static final UUID OTHER_INTERNSHIP = new UUID(1, 1);
    private static final UUID STUDENT = new UUID(2, 0);
    private static final UUID OTHER_STUDENT = new UUID(2, 1);
    private static final UUID PERSON = new UUID(3, 0);
    private static final UUID OTHER_PERSON = new UUID(3, 1);
    private static final UUID OFFER = new UUID(4, 0);
    private static final UUID OTHER_OFFER = new UUID(4, 1);

    @Test
    void anOfferThatGoesThroughItsLifeIsSound() {
        assertThat(judge(
                        seats(INTERNSHIP, 1, 1),
                        offer(OFFER, 1, OfferStatus.AWAITING_APPROVAL),
                        offer(OFFER, 2, OfferStatus.EXTENDED),
                        offer(OFFER, 3, OfferStatus.ACCEPTED),
                        offer(OFFER, 4, OfferStatus.CONFIRMED),
                        offer(OFFER, 5, OfferStatus.RELEASED)))
                .isEmpty();
    }

    @Test
    void namesAVersionThatIsMissingOrThereTwice() {
        assertThat(judge(
                        seats(INTERNSHIP, 1, 1),
                        offer(OFFER, 1, OfferStatus.EXTENDED),
                        offer(OFFER, 3, OfferStatus.DECLINED)))
                .singleElement()
                .asString()
                .contains("version 3 after 1");
        assertThat(judge(seats(INTERNSHIP, 1, 1), seats(INTERNSHIP, 1, 1)))
                .singleElement()
                .asString()
                .contains("version 1 after 1");
    }

    @Test
    void namesAMoveThatDoesNotExist() {
        assertThat(judge(
                        seats(INTERNSHIP, 1, 1),
                        offer(OFFER, 1, OfferStatus.EXTENDED),
                        offer(OFFER, 2, OfferStatus.EXPIRED),
                        offer(OFFER, 3, OfferStatus.EXPIRED)))
                .singleElement()
                .asString()
                .contains("from EXPIRED to EXPIRED");
    }

    @Test
    void namesASeatThatIsTakenTwiceAndACutBelowWhatIsTaken() {
        Step other = new OfferStep(
                0, OTHER_OFFER, 1, OfferStatus.EXTENDED, OTHER_STUDENT, OTHER_PERSON, INTERNSHIP, null, dates(1, 4));
        assertThat(judge(seats(INTERNSHIP, 1, 2), offer(OFFER, 1, OfferStatus.EXTENDED), other))
                .isEmpty();
        assertThat(judge(seats(INTERNSHIP, 1, 1), offer(OFFER, 1, OfferStatus.EXTENDED), other))
                .singleElement()
                .asString()
                .contains("I3", "2 active offers for 1 seats");
        assertThat(judge(
                        seats(INTERNSHIP, 1, 2), offer(OFFER, 1, OfferStatus.EXTENDED), other, seats(INTERNSHIP, 2, 1)))
                .singleElement()
                .asString()
                .contains("I3");
    }

    @Test
    void namesASecondActiveOfferUnlessItIsToReplaceAKeptOne() {
        assertThat(judge(
                        seats(INTERNSHIP, 1, 1),
                        seats(OTHER_INTERNSHIP, 1, 1),
                        offer(OFFER, 1, OfferStatus.EXTENDED),
                        second(OfferStatus.AWAITING_APPROVAL, STUDENT, OFFER, dates(1, 4))))
                .singleElement()
                .asString()
                .contains("I2: student");
        assertThat(judge(
                        seats(INTERNSHIP, 1, 1),
                        seats(OTHER_INTERNSHIP, 1, 1),
                        offer(OFFER, 1, OfferStatus.EXTENDED),
                        offer(OFFER, 2, OfferStatus.KEPT),
                        second(OfferStatus.AWAITING_APPROVAL, STUDENT, OFFER, dates(1, 4))))
                .isEmpty();
    }

    @Test
    void namesOverlappingCommitmentsOfMoreThanFiveDaysAWeek() {
        // once for each of the two first days that fall together
        assertThat(committedTwice(dates(1, 4)))
                .hasSize(2)
                .allSatisfy(violation -> assertThat(violation).contains("I2: person", "8 days a week"));
        assertThat(committedTwice(dates(1, 1))).isEmpty();
        assertThat(committedTwice(dates(7, 4))).isEmpty();
    }

    private static List<String> committedTwice(Commitment second) {
        return judge(
                seats(INTERNSHIP, 1, 1),
                seats(OTHER_INTERNSHIP, 1, 1),
                offer(OFFER, 1, OfferStatus.EXTENDED),
                offer(OFFER, 2, OfferStatus.ACCEPTED),
                second(OfferStatus.EXTENDED, OTHER_STUDENT, null, second),
                new OfferStep(
                        0,
                        OTHER_OFFER,
                        2,
                        OfferStatus.ACCEPTED,
                        OTHER_STUDENT,
                        PERSON,
                        OTHER_INTERNSHIP,
                        null,
                        second));
    }

    private static List<String> judge(Step... steps) {
        return TrailJudge.violations(
                java.util.Arrays.stream(steps).map(List::of).toList());
    }

    private static Step seats(UUID internship, long version, int seats) {
        return new InternshipStep(0, internship, version, seats);
    }

    private static Step offer(UUID id, long version, OfferStatus status) {
        return new OfferStep(0, id, version, status, STUDENT, PERSON, INTERNSHIP, null, dates(1, 4));
    }

    private static Step second(OfferStatus status, UUID student, @Nullable UUID replaces, Commitment dates) {
        return new OfferStep(0, OTHER_OFFER, 1, status, student, PERSON, OTHER_INTERNSHIP, replaces, dates);
    }

    private static Commitment dates(int month, int daysPerWeek) {
        LocalDate start = LocalDate.of(2027, month, 1);
        return new Commitment(start, start.plusMonths(5), daysPerWeek);
    }
}
