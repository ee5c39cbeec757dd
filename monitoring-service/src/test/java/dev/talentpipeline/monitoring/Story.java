package dev.talentpipeline.monitoring;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Degree;
import dev.talentpipeline.events.Erasure;
import dev.talentpipeline.events.Language;
import dev.talentpipeline.events.Meeting;
import dev.talentpipeline.events.MeetingState;
import dev.talentpipeline.events.Notice;
import dev.talentpipeline.events.NoticeChannel;
import dev.talentpipeline.events.NoticeState;
import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.events.StudentState;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** One student of a programme of their own, from the profile to the notice of an offer. */
public record Story(
        String programmeId, String studentId, String personId, String internshipId, String offerId, String requestId) {

    private static final Instant BEGINNING = Instant.parse("2026-11-24T02:00:00Z");

    /** Ids that no other test has. */
    public static Story fresh() {
        return new Story("p-" + UUID.randomUUID(), id(), id(), id(), id(), id());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /** The whole of it, each event answering the one before. */
    public void happens() {
        String posted = profile(1, StudentState.ACTIVE);
        String proposed = proposal(posted);
        String extended = offer(1, OfferState.EXTENDED, proposed);
        notice(extended);
    }

    /** Returns the event's id. */
    public String profile(long version, StudentState state) {
        return publish(Topics.STUDENT_PROFILES, studentKey(), version, profileEvent(version, state), null);
    }

    public StudentProfile profileEvent(long version, StudentState state) {
        return StudentProfile.newBuilder()
                .setProgrammeId(programmeId)
                .setStudentId(studentId)
                .setVersion(version)
                .setState(state)
                .setPersonId(personId)
                .setUniversity("univ-linjiang-tech")
                .setDegree(Degree.MASTER)
                .setMajor("Canary Science " + personId)
                .setResearchTopics(List.of("canary topic of " + personId))
                .setRegions(List.of("CN-BJ"))
                .setAvailableFrom(LocalDate.of(2027, 3, 1))
                .setAvailableUntil(LocalDate.of(2027, 9, 1))
                .setDaysPerWeek(4)
                .setPreferences(List.of(internshipId))
                .setConsent(true)
                .setChangedAt(BEGINNING)
                .build();
    }

    public String proposal(String cause) {
        send(Topics.PLACEMENT_OFFERS, studentKey(), 10, proposalEvent(), offerId, cause);
        return offerId;
    }

    public PlacementOffer proposalEvent() {
        return PlacementOffer.newBuilder()
                .setProgrammeId(programmeId)
                .setOfferId(offerId)
                .setClearing(1)
                .setStudentId(studentId)
                .setInternshipId(internshipId)
                .setProgrammeVersion(1)
                .setStudentVersion(1)
                .setInternshipVersion(1)
                .setScore(0.9)
                .setStudentRank(1)
                .setInternshipRank(2)
                .setProposedAt(BEGINNING)
                .build();
    }

    public String offer(long version, OfferState state, String cause) {
        return publish(Topics.OFFERS, offerKey(), 10 + version, offerEvent(version, state, null), cause);
    }

    /** The same with the deadline of its answer. */
    public String offerDue(long version, OfferState state, Instant respondBy) {
        return publish(Topics.OFFERS, offerKey(), 10 + version, offerEvent(version, state, respondBy), null);
    }

    public Offer offerEvent(long version, OfferState state, Instant respondBy) {
        return Offer.newBuilder()
                .setProgrammeId(programmeId)
                .setOfferId(offerId)
                .setVersion(version)
                .setState(state)
                .setStudentId(studentId)
                .setInternshipId(internshipId)
                .setPersonId(personId)
                .setUniversity("univ-linjiang-tech")
                .setCompany("co-gulan")
                .setClearing(1)
                .setProgrammeVersion(1)
                .setStudentVersion(1)
                .setInternshipVersion(1)
                .setScore(0.9)
                .setStudentRank(1)
                .setInternshipRank(2)
                .setProposedAt(BEGINNING)
                .setRespondBy(respondBy)
                .setStartsOn(LocalDate.of(2027, 3, 1))
                .setEndsOn(LocalDate.of(2027, 8, 29))
                .setChangedAt(BEGINNING)
                .build();
    }

    public void notice(String cause) {
        String noticeId = id();
        Notice event = Notice.newBuilder()
                .setPersonId(personId)
                .setNoticeId(noticeId)
                .setVersion(1)
                .setKind("offer-made")
                .setChannel(NoticeChannel.EMAIL)
                .setState(NoticeState.SENT)
                .setSubject(offerId)
                .setSubjectVersion(1)
                .setChangedAt(BEGINNING)
                .build();
        publish(Topics.NOTICES, Topic.key(personId, noticeId), 20, event, cause);
    }

    public void meeting(long version, MeetingState state) {
        publish(Topics.MEETINGS, offerKey(), 40 + version, meetingEvent(version, state, BEGINNING), null);
    }

    /** A meeting under the id of the offer. */
    public Meeting meetingEvent(long version, MeetingState state, @Nullable Instant createdAt) {
        return Meeting.newBuilder()
                .setProgrammeId(programmeId)
                .setMeetingId(offerId)
                .setVersion(version)
                .setState(state)
                .setOrigin("INVITATION")
                .setStudentId(studentId)
                .setPersonId(personId)
                .setUniversity("univ-linjiang-tech")
                .setCompany("co-gulan")
                .setChangedBy("COMPANY")
                .setCreatedAt(createdAt)
                .setChangedAt(BEGINNING)
                .build();
    }

    public void contact() {
        Contact event = Contact.newBuilder()
                .setPersonId(personId)
                .setVersion(1)
                .setName("Canary Name " + personId)
                .setEmail(personId + "@canary.example")
                .setPhone("+86 131 0000 0000 " + personId)
                .setLanguage(Language.EN)
                .setOrganisation("univ-linjiang-tech")
                .setRoles(List.of("STUDENT"))
                .setChangedAt(BEGINNING)
                .build();
        publish(Topics.CONTACTS, personId, 0, event, null);
    }

    public void erasure() {
        publish(Topics.ERASURES, personId, 30, new Erasure(personId, 1L, BEGINNING), null);
    }

    private String publish(Topic<?> topic, String key, long second, SpecificRecord event, String cause) {
        String eventId = id();
        send(topic, key, second, event, eventId, cause);
        return eventId;
    }

    /** Sends an event under an id of the caller's choice. */
    public RecordMetadata send(
            Topic<?> topic, String key, long second, SpecificRecord event, String eventId, String cause) {
        return Surroundings.publish(
                key, event, Surroundings.headers(topic, eventId, key, BEGINNING.plusSeconds(second), requestId, cause));
    }

    public String studentKey() {
        return Topic.key(programmeId, studentId);
    }

    public String offerKey() {
        return Topic.key(programmeId, offerId);
    }
}
