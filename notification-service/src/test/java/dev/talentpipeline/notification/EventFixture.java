package dev.talentpipeline.notification;

import dev.talentpipeline.events.ClearingMode;
import dev.talentpipeline.events.ConsentBy;
import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Degree;
import dev.talentpipeline.events.Erasure;
import dev.talentpipeline.events.Internship;
import dev.talentpipeline.events.InternshipState;
import dev.talentpipeline.events.Language;
import dev.talentpipeline.events.ListPolicy;
import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.OfferPolicy;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.Placement;
import dev.talentpipeline.events.PlacementState;
import dev.talentpipeline.events.Programme;
import dev.talentpipeline.events.ProgrammeState;
import dev.talentpipeline.events.ScorePart;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** One student with one offer in a programme of their own, and the events that tell of them. */
public record EventFixture(String programmeId, String internshipId, String personId, String offerId) {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    /** Ids that no other test has. */
    public static EventFixture fresh() {
        return new EventFixture(
                "p-" + UUID.randomUUID(),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
    }

    /** Another offer for the same student and internship. */
    public EventFixture anotherOffer() {
        return new EventFixture(
                programmeId, internshipId, personId, UUID.randomUUID().toString());
    }

    /** Another student with an offer for the same internship. */
    public EventFixture another() {
        return new EventFixture(
                programmeId,
                internshipId,
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
    }

    public String email() {
        return personId + "@uni.example";
    }

    public String offerKey() {
        return Topic.key(programmeId, offerId);
    }

    public void publishLabels() {
        publishProgramme();
        publishInternship();
    }

    public void publishLabels(String company) {
        publishProgramme();
        Surroundings.publish(Topic.key(programmeId, internshipId), internship(company));
    }

    public void publishProgramme() {
        Surroundings.publish(programmeId, programme());
    }

    public void publishInternship() {
        Surroundings.publish(Topic.key(programmeId, internshipId), internship("Xingchen AI"));
    }

    public void publishContact(Language language) {
        publishContact(1, language);
    }

    public void publishContact(long version, Language language) {
        Surroundings.publish(personId, contact(version, language));
    }

    public void publishErasure() {
        Surroundings.send(Topics.CONTACTS.name(), personId, null);
    }

    /** Says that the person was erased, without the tombstone. */
    public void publishOldErasure() {
        Surroundings.publish(personId, new Erasure(personId, 1L, Instant.parse("2026-01-01T00:00:00Z")));
    }

    /** Extends the offer as one of many. */
    public void publishOfferWithoutWaiting(Consumer<Exception> refused) {
        Surroundings.publishWithoutWaiting(offerKey(), offer(1, OfferState.EXTENDED, null), refused);
    }

    public void publishOffer(long version, OfferState state) {
        publishOffer(version, state, null);
    }

    public void publishOffer(long version, OfferState state, String reason) {
        Surroundings.publish(offerKey(), offer(version, state, reason));
    }

    public void sendOfferAgain(String sending, long version, OfferState state) {
        Surroundings.sendAgain(sending, offerKey(), offer(version, state, null));
    }

    public void publishPlacement(long version, PlacementState state, String awaitingConfirmation) {
        Surroundings.publish(
                Topic.key(programmeId, "placement-" + offerId), placement(version, state, awaitingConfirmation));
    }

    private Placement placement(long version, PlacementState state, String awaitingConfirmation) {
        return Placement.newBuilder()
                .setProgrammeId(programmeId)
                .setPlacementId("placement-" + offerId)
                .setVersion(version)
                .setState(state)
                .setOfferId(offerId)
                .setStudentId("student-" + personId)
                .setInternshipId(internshipId)
                .setPersonId(personId)
                .setUniversity("uni-1")
                .setCompany("Xingchen AI")
                .setStartsOn(LocalDate.of(2027, 3, 1))
                .setEndsOn(LocalDate.of(2027, 8, 29))
                .setAwaitingConfirmation(awaitingConfirmation)
                .setAgreementRevision(1)
                .setChangedAt(NOW)
                .build();
    }

    private Contact contact(long version, Language language) {
        return Contact.newBuilder()
                .setPersonId(personId)
                .setVersion(version)
                .setName(language == Language.ZH ? "李雷" : "Li Lei")
                .setEmail(email())
                .setLanguage(language)
                .setOrganisation("uni-1")
                .setRoles(List.of("STUDENT"))
                .setChangedAt(NOW)
                .build();
    }

    private Programme programme() {
        return Programme.newBuilder()
                .setProgrammeId(programmeId)
                .setVersion(1)
                .setName("Spring 2027")
                .setOwner("uni-1")
                .setState(ProgrammeState.RUNNING)
                .setMode(ClearingMode.ROLLING)
                .setClearingIntervalMs(1000)
                .setResponseWindowMs(259_200_000)
                .setLists(ListPolicy.FILLED)
                .setOfferPolicy(OfferPolicy.AUTOMATIC)
                .setConsentBy(ConsentBy.UNIVERSITY)
                .setSeed("seed")
                .setChangedAt(NOW)
                .build();
    }

    private Internship internship(String company) {
        return Internship.newBuilder()
                .setProgrammeId(programmeId)
                .setInternshipId(internshipId)
                .setVersion(1)
                .setState(InternshipState.OPEN)
                .setCompany(company)
                .setTitle("Large-model training intern")
                .setOccupation("ai-trainer")
                .setRegion("CN-BJ")
                .setStartsOn(LocalDate.of(2027, 3, 1))
                .setWeeks(26)
                .setDaysPerWeek(4)
                .setStipend(4000)
                .setSeats(5)
                .setMinimumDegree(Degree.BACHELOR)
                .setChangedAt(NOW)
                .build();
    }

    private Offer offer(long version, OfferState state, String reason) {
        return Offer.newBuilder()
                .setProgrammeId(programmeId)
                .setOfferId(offerId)
                .setVersion(version)
                .setState(state)
                .setReason(reason)
                .setStudentId("student-" + personId)
                .setInternshipId(internshipId)
                .setPersonId(personId)
                .setUniversity("uni-1")
                .setCompany("Xingchen AI")
                .setClearing(1)
                .setProgrammeVersion(1)
                .setStudentVersion(1)
                .setInternshipVersion(1)
                .setScore(0.9)
                .setParts(List.of(new ScorePart("skills", 1.0, 3.0), new ScorePart("location", 0.8, 1.0)))
                .setMatchedSkills(List.of("machine-learning"))
                .setStudentRank(1)
                .setInternshipRank(2)
                .setProposedAt(NOW)
                .setRespondBy(state == OfferState.EXTENDED ? Instant.parse("2026-11-27T10:00:00Z") : null)
                .setStartsOn(LocalDate.of(2027, 3, 1))
                .setEndsOn(LocalDate.of(2027, 8, 29))
                .setChangedAt(NOW)
                .build();
    }
}
