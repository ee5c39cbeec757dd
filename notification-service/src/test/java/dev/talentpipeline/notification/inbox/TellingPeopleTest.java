package dev.talentpipeline.notification.inbox;

import static dev.talentpipeline.notification.inbox.OfferNewsFixture.NOW;
import static dev.talentpipeline.notification.inbox.OfferNewsFixture.offer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.contact.InMemoryContacts;
import dev.talentpipeline.notification.contact.KeepingContacts;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.inbox.Facts.Recorded;
import dev.talentpipeline.notification.inbox.OfferNews.Prompt;
import dev.talentpipeline.notification.listing.InMemoryListings;
import dev.talentpipeline.notification.listing.Internship;
import dev.talentpipeline.notification.listing.KeepingListings;
import dev.talentpipeline.notification.listing.Programme;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TellingPeopleTest {

    private static final Sides BOTH = new Sides("uni-1", "xingchen");
    private static final Contact LI_LEI = new Contact("li-lei", 1, "李雷", "li.lei@uni.example", Language.ZH, "uni-1");
    private static final Programme SPRING = new Programme("spring", 1, "Spring 2027", false);
    private static final Programme ENDORSED_SPRING = new Programme("spring", 1, "Spring 2027", true);
    private static final Internship OPENING = new Internship("spring", "opening", 1, "AI intern", "Xingchen", 4000);

    private final InMemoryNotices notices = new InMemoryNotices();
    private final InMemoryContacts held = new InMemoryContacts();
    private final InMemoryListings labels = new InMemoryListings();
    private final EnqueuedDeliveries deliveries = new EnqueuedDeliveries();
    private final TellingPeople people =
            new TellingPeople(notices, held, labels, deliveries, Clock.fixed(NOW, ZoneOffset.UTC));
    private final KeepingContacts contacts = new KeepingContacts(held, people);
    private final KeepingListings listings = new KeepingListings(labels, people);

    @Test
    void tellsOfAnExtendedOfferAtOnceWhenAllIsHere() {
        everythingArrived(SPRING);

        assertThat(people.offerChanged(offer("offer-1", 1, OfferState.EXTENDED)))
                .isTrue();

        var expected = new ReleasedNotice(
                Notice.of(NoticeKind.OFFER_MADE, offer("offer-1", 1, OfferState.EXTENDED), NOW),
                new Opening("Spring 2027", "AI intern", "Xingchen", 4000));
        assertThat(notices.released()).containsExactly(expected);
        assertThat(deliveries.enqueued).containsExactly(expected);
    }

    @Test
    void waitsForTheContactAndForBothLabelsInAnyOrder() {
        people.offerChanged(offer("offer-1", 1, OfferState.EXTENDED));
        assertThat(notices.waiting()).hasSize(1);

        listings.arrived(OPENING);
        contacts.arrived(LI_LEI);
        assertThat(notices.waiting()).hasSize(1);
        assertThat(deliveries.enqueued).isEmpty();

        listings.arrived(SPRING);
        assertThat(notices.waiting()).isEmpty();
        assertThat(deliveries.enqueued).hasSize(1);
    }

    @Test
    void tellsOfAVersionOnce() {
        everythingArrived(SPRING);
        people.offerChanged(offer("offer-1", 2, OfferState.CONFIRMED));

        assertThat(people.offerChanged(offer("offer-1", 2, OfferState.CONFIRMED)))
                .isFalse();
        assertThat(people.offerChanged(offer("offer-1", 1, OfferState.EXTENDED)))
                .isFalse();
        assertThat(deliveries.enqueued).hasSize(1);
    }

    /** Whatever comes, in whatever order and however often. */
    @Test
    void tellsOfManyAtOnceAsOneByOne() {
        int waited = 0;
        int released = 0;
        for (int seed = 0; seed < 50; seed++) {
            List<OfferNews> many = many(new Random(seed));
            TellingPeopleTest together = whereTheDeskOfTheUniversityIs();
            TellingPeopleTest alone = whereTheDeskOfTheUniversityIs();

            assertThat(together.people.offersChanged(many))
                    .extracting(Notices.Advance::isNews)
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(
                            many.stream().map(alone.people::offerChanged).toList());
            assertThat(together.notices.released()).as("seed %d", seed).isEqualTo(alone.notices.released());
            assertThat(together.notices.waiting()).as("seed %d", seed).isEqualTo(alone.notices.waiting());
            assertThat(together.deliveries.enqueued).as("seed %d", seed).isEqualTo(alone.deliveries.enqueued);
            waited += together.notices.waiting().size();
            released += together.notices.released().size();
        }
        assertThat(List.of(waited, released)).as("what there was to compare").doesNotContain(0);
    }

    private static TellingPeopleTest whereTheDeskOfTheUniversityIs() {
        var test = new TellingPeopleTest();
        test.everythingArrived(ENDORSED_SPRING);
        test.contacts.arrivedAtDesk("1", desk("uni-1"), null);
        return test;
    }

    private static List<OfferNews> many(Random random) {
        OfferState[] states = OfferState.values();
        List<OfferNews> many = new ArrayList<>();
        for (int each = 0; each < 40; each++) {
            many.add(new OfferNews(
                    "spring",
                    "offer-" + random.nextInt(8),
                    1 + random.nextInt(5),
                    states[random.nextInt(states.length)],
                    random.nextInt(4) == 0 ? "nobody-knows" : "li-lei",
                    random.nextInt(4) == 0 ? "unknown" : "opening",
                    OfferNewsFixture.FACTS,
                    Prompt.values()[random.nextInt(Prompt.values().length)],
                    BOTH,
                    null));
        }
        return many;
    }

    @Test
    void tellsNothingOfAProposalThatWasNotAdmitted() {
        everythingArrived(SPRING);

        assertThat(people.offerChanged(offer("offer-1", 1, OfferState.REJECTED)))
                .isTrue();

        assertThat(notices.waiting()).isEmpty();
        assertThat(notices.released()).isEmpty();
    }

    @Test
    void tellsOfAnApprovedOfferAsOfOneThatWasExtendedAtOnce() {
        everythingArrived(SPRING);
        people.offerChanged(offer("offer-1", 1, OfferState.AWAITING_APPROVAL));
        assertThat(deliveries.enqueued).isEmpty();

        people.offerChanged(offer("offer-1", 2, OfferState.EXTENDED));

        assertThat(deliveries.enqueued)
                .extracting(released -> released.notice().kind())
                .containsExactly(NoticeKind.OFFER_MADE);
    }

    @Test
    void tellsNothingOfAnOfferThatWasTakenBackBeforeItWasExtended() {
        everythingArrived(SPRING);
        people.offerChanged(offer("offer-1", 1, OfferState.AWAITING_APPROVAL));

        assertThat(people.offerChanged(offer("offer-1", 2, OfferState.RESCINDED)))
                .isTrue();

        assertThat(notices.waiting()).isEmpty();
        assertThat(notices.released()).isEmpty();
    }

    @Test
    void tellsOfAnAcceptanceOnlyWhereTheUniversityHasYetToEndorse() {
        everythingArrived(SPRING);
        people.offerChanged(offer("offer-1", 2, OfferState.ACCEPTED));

        assertThat(notices.waiting()).isEmpty();
        assertThat(notices.released()).isEmpty();
    }

    @Test
    void tellsOfAnAcceptanceThatAwaitsEndorsement() {
        everythingArrived(ENDORSED_SPRING);
        people.offerChanged(offer("offer-1", 2, OfferState.ACCEPTED));

        assertThat(notices.released())
                .extracting(released -> released.notice().kind())
                .containsExactly(NoticeKind.OFFER_ACCEPTED);
    }

    @Test
    void tellsOfAPlacementBesideItsOffer() {
        everythingArrived(SPRING);
        people.offerChanged(offer("offer-1", 1, OfferState.CONFIRMED));

        assertThat(people.placementChanged(placement(1, PlacementState.AWAITING_SIGNATURES)))
                .isTrue();
        assertThat(people.placementChanged(placement(1, PlacementState.AWAITING_SIGNATURES)))
                .isFalse();
        assertThat(people.placementChanged(placement(2, PlacementState.AGREED))).isTrue();

        assertThat(deliveries.enqueued)
                .extracting(released -> released.notice().kind())
                .containsExactly(NoticeKind.OFFER_CONFIRMED, NoticeKind.AGREEMENT_TO_SIGN, NoticeKind.PLACEMENT_AGREED);
        assertThat(deliveries.enqueued.getLast().notice().subject()).isEqualTo("placement-1");
    }

    private static PlacementNews placement(long version, PlacementState state) {
        return new PlacementNews(
                "spring",
                "placement-1",
                version,
                new PlacementReading(state, null, 1, null, null),
                "li-lei",
                "opening",
                OfferNewsFixture.FACTS,
                BOTH);
    }

    @Test
    void tellsTheDesksWhatTheyHaveToDoAndNothingOfTheStudent() {
        everythingArrived(ENDORSED_SPRING);
        contacts.arrivedAtDesk("1", desk("uni-1"), null);
        contacts.arrivedAtDesk("2", desk("xingchen"), "VERIFIED");
        deliveries.enqueued.clear();

        people.offerChanged(between("offer-1", 1, OfferState.AWAITING_APPROVAL, Prompt.NONE));
        people.offerChanged(between("offer-1", 2, OfferState.AWAITING_APPROVAL, Prompt.REMINDER));
        people.offerChanged(between("offer-1", 3, OfferState.AWAITING_APPROVAL, Prompt.ESCALATION));
        people.offerChanged(between("offer-1", 4, OfferState.ACCEPTED, Prompt.NONE));
        people.offerChanged(between("offer-1", 5, OfferState.CONFIRMED, Prompt.NONE));
        people.placementChanged(placement(1, PlacementState.AWAITING_SIGNATURES));

        assertThat(deliveries.enqueued.stream()
                        .map(ReleasedNotice::notice)
                        .filter(notice -> Desk.isDesk(notice.personId())))
                .extracting(notice -> notice.personId() + " " + notice.kind().code() + " "
                        + notice.facts().reason())
                .containsExactly(
                        "desk:xingchen offer-to-approve null",
                        "desk:xingchen offer-to-approve null",
                        "desk:xingchen approval-due null",
                        "desk:uni-1 offer-to-endorse null",
                        "desk:xingchen offer-answered CONFIRMED",
                        "desk:uni-1 desk-agreement-to-sign AWAITING_SIGNATURES",
                        "desk:xingchen desk-agreement-to-sign AWAITING_SIGNATURES");
        assertThat(deliveries.enqueued.stream().map(ReleasedNotice::notice))
                .filteredOn(notice -> Desk.isDesk(notice.personId()))
                .allSatisfy(notice -> assertThat(notice.facts().parts()).isEmpty())
                .allSatisfy(notice -> assertThat(notice.facts().matchedSkills()).isEmpty());
    }

    @Test
    void asksOfAStepThatWaitsOnlyTheDeskThatDidNotRecordIt() {
        everythingArrived(ENDORSED_SPRING);
        contacts.arrivedAtDesk("1", desk("uni-1"), null);
        contacts.arrivedAtDesk("2", desk("xingchen"), "VERIFIED");
        people.placementChanged(placement(1, PlacementState.STARTED));
        deliveries.enqueued.clear();

        people.placementChanged(waiting(2, "COMPLETED", new Recorded(LocalDate.of(2027, 3, 1), "COMPANY")));
        people.placementChanged(waiting(3, "ENDED", new Recorded(LocalDate.of(2027, 5, 1), "UNIVERSITY")));
        // An early release did not say who recorded it.
        people.placementChanged(waiting(4, "COMPLETED", null));

        assertThat(deliveries.enqueued.stream().map(ReleasedNotice::notice))
                .extracting(notice -> notice.personId() + " " + notice.kind().code() + " "
                        + notice.facts().reason())
                .containsExactly(
                        "li-lei placement-to-confirm COMPLETED",
                        "desk:uni-1 desk-step-to-confirm COMPLETED",
                        "li-lei placement-to-confirm ENDED",
                        "desk:xingchen desk-step-to-confirm ENDED",
                        "li-lei placement-to-confirm COMPLETED",
                        "desk:uni-1 desk-step-to-confirm COMPLETED",
                        "desk:xingchen desk-step-to-confirm COMPLETED");
    }

    private static PlacementNews waiting(long version, String step, @Nullable Recorded recorded) {
        return new PlacementNews(
                "spring",
                "placement-1",
                version,
                new PlacementReading(PlacementState.STARTED, step, 1, null, null),
                "li-lei",
                "opening",
                new Facts(null, null, null, step, List.of(), List.of(), null, Map.of(), recorded),
                BOTH);
    }

    @Test
    void saysToWhoIsAskedWhatTheProgrammeMakesOfSilence() {
        everythingArrived(new Programme("spring", 1, "Spring 2027", true, "APPROVE", "LAPSE"));
        contacts.arrivedAtDesk("1", desk("uni-1"), null);
        contacts.arrivedAtDesk("2", desk("xingchen"), "VERIFIED");
        deliveries.enqueued.clear();

        people.offerChanged(between("offer-1", 1, OfferState.AWAITING_APPROVAL, Prompt.NONE));
        people.offerChanged(between("offer-1", 2, OfferState.ACCEPTED, Prompt.NONE));

        assertThat(deliveries.enqueued)
                .extracting(released -> released.notice().kind().code() + " "
                        + released.opening().silence())
                .containsExactly("offer-to-approve APPROVE", "offer-accepted null", "offer-to-endorse LAPSE");
    }

    @Test
    void tellsACompanyWhenItComesToStandOtherwise() {
        contacts.arrivedAtDesk("2", desk("xingchen", 1), "ENTERED");
        contacts.arrivedAtDesk("2", desk("xingchen", 2), "VERIFIED");
        contacts.arrivedAtDesk("2", desk("xingchen", 2), "VERIFIED");
        contacts.arrivedAtDesk("2", desk("xingchen", 3), "VERIFIED");
        contacts.arrivedAtDesk("2", desk("xingchen", 4), "SUSPENDED");

        assertThat(deliveries.enqueued)
                .extracting(released -> released.notice().kind())
                .containsExactly(NoticeKind.COMPANY_VERIFIED, NoticeKind.COMPANY_SUSPENDED);
    }

    @Test
    void tellsADeskThatIsEnteredLateOnlyOfWhatIsNotOld() {
        everythingArrived(SPRING);
        people.offerChanged(between("offer-1", 1, OfferState.AWAITING_APPROVAL, Prompt.NONE));
        assertThat(notices.waiting()).hasSize(1);
        TellingPeople later = new TellingPeople(
                notices, held, labels, deliveries, Clock.fixed(NOW.plus(Duration.ofDays(8)), ZoneOffset.UTC));

        new KeepingContacts(held, later).arrivedAtDesk("2", desk("xingchen"), null);

        assertThat(notices.waiting()).isEmpty();
        assertThat(deliveries.enqueued).isEmpty();
    }

    private static Contact desk(String organisation) {
        return desk(organisation, 1);
    }

    private static Contact desk(String organisation, long version) {
        return new Contact(
                Desk.of(organisation),
                version,
                organisation,
                "desk@" + organisation + ".example",
                Language.EN,
                organisation);
    }

    private static OfferNews between(String offer, long version, OfferState state, Prompt prompt) {
        return new OfferNews(
                "spring", offer, version, state, "li-lei", "opening", OfferNewsFixture.FACTS, prompt, BOTH, null);
    }

    @Test
    void keepsNothingOfAnErasedPerson() {
        everythingArrived(SPRING);
        people.offerChanged(offer("offer-1", 1, OfferState.EXTENDED));

        assertThat(contacts.erased("li-lei")).isTrue();
        assertThat(notices.released()).isEmpty();

        assertThat(contacts.arrived(new Contact("li-lei", 9, "李雷", "li.lei@uni.example", Language.ZH, "uni-1")))
                .isFalse();
        people.offerChanged(offer("offer-1", 2, OfferState.RESCINDED));
        assertThat(notices.waiting()).isEmpty();
        assertThat(notices.released()).isEmpty();
    }

    private void everythingArrived(Programme programme) {
        contacts.arrived(LI_LEI);
        listings.arrived(programme);
        listings.arrived(OPENING);
    }

    private static final class EnqueuedDeliveries implements Deliveries {

        private final List<ReleasedNotice> enqueued = new ArrayList<>();

        @Override
        public void enqueue(List<ReleasedNotice> released, Instant at) {
            enqueued.addAll(released);
        }

        @Override
        public Map<UUID, List<Delivery>> of(Collection<UUID> ids) {
            return Map.of();
        }
    }
}
