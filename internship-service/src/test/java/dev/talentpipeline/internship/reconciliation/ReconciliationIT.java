package dev.talentpipeline.internship.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Import;
import dev.talentpipeline.events.ImportState;
import dev.talentpipeline.events.Interview;
import dev.talentpipeline.events.InterviewState;
import dev.talentpipeline.events.Language;
import dev.talentpipeline.events.Meeting;
import dev.talentpipeline.events.MeetingState;
import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.events.Programme;
import dev.talentpipeline.events.ProgrammeState;
import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.internship.meeting.Meeters;
import dev.talentpipeline.internship.reconciliation.Difference.Outcome;
import dev.talentpipeline.internship.reconciliation.ToldTopics.Partition;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that comes out of a backup, played by events that it never told. */
@RunningService
class ReconciliationIT {

    @Autowired
    Reconciling reconciling;

    @Autowired
    Differences differences;

    @Autowired
    List<Retelling> features;

    @Autowired
    Transactions transactions;

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Matcher matcher;

    @Autowired
    EventCodec codec;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theDatabaseHasTheLastWordAboutEverythingThatALostOneTold() {
        // given a student, and an offer that is extended
        String programme = market.programme();
        String internship = market.internship(programme);
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, internship);
        Map<Partition, Long> places = differences.places();
        Offer extended = newest(Topics.OFFERS, key(programme, offer), 1);
        StudentProfile profile = newest(Topics.STUDENT_PROFILES, key(programme, student.id()), 1);

        // when the lost database told more: of those two, and of others that nobody knows here
        tell(
                Topics.STUDENT_PROFILES,
                key(programme, student.id()),
                StudentProfile.newBuilder(profile)
                        .setVersion(5)
                        .setMajor("lost")
                        .build());
        tell(
                Topics.OFFERS,
                key(programme, offer),
                Offer.newBuilder(extended)
                        .setVersion(2)
                        .setState(OfferState.ACCEPTED)
                        .build());
        PlacementOffer proposal =
                Matcher.proposal(programme, 7, market.student(programme).id(), internship, 1, 1, 1);
        tell(
                Topics.OFFERS,
                key(programme, proposal.getOfferId()),
                Offer.newBuilder(extended)
                        .setOfferId(proposal.getOfferId())
                        .setStudentId(proposal.getStudentId())
                        .setClearing(7)
                        .build());
        String declined = UUID.randomUUID().toString();
        tell(
                Topics.OFFERS,
                key(programme, declined),
                Offer.newBuilder(extended)
                        .setOfferId(declined)
                        .setState(OfferState.DECLINED)
                        .build());
        String stranger = UUID.randomUUID().toString();
        tell(Topics.CONTACTS, stranger, contact(stranger));
        String lostStudent = UUID.randomUUID().toString();
        tell(
                Topics.STUDENT_PROFILES,
                key(programme, lostStudent),
                StudentProfile.newBuilder(profile)
                        .setStudentId(lostStudent)
                        .setPersonId(stranger)
                        .build());
        String lostProgramme = Participants.newProgramme();
        tell(
                Topics.PROGRAMMES,
                lostProgramme,
                Programme.newBuilder(newest(Topics.PROGRAMMES, programme, 1))
                        .setProgrammeId(lostProgramme)
                        .setVersion(4)
                        .build());
        goBackTo(places);
        List<Difference> found = reconciling.reconcile();

        // then each is named
        assertThat(found)
                .extracting(
                        Difference::topic,
                        Difference::key,
                        Difference::told,
                        Difference::held,
                        Difference::version,
                        Difference::outcome)
                .contains(
                        tuple("student-profiles", key(programme, student.id()), 5L, 1L, 6L, Outcome.RETOLD),
                        tuple("offers", key(programme, offer), 2L, 1L, 3L, Outcome.RETOLD),
                        tuple("offers", key(programme, proposal.getOfferId()), 1L, null, 2L, Outcome.UNDONE),
                        tuple("offers", key(programme, declined), 1L, null, 1L, Outcome.LEFT),
                        tuple("student-profiles", key(programme, lostStudent), 1L, null, 2L, Outcome.UNDONE),
                        tuple("contacts", stranger, 1L, null, 2L, Outcome.UNDONE),
                        tuple("programmes", lostProgramme, 4L, null, 5L, Outcome.UNDONE));
        // and the topics say what the database says
        assertThat(newest(Topics.STUDENT_PROFILES, key(programme, student.id()), 3))
                .extracting(StudentProfile::getVersion, StudentProfile::getMajor)
                .containsExactly(6L, profile.getMajor());
        assertThat(newest(Topics.OFFERS, key(programme, offer), 3))
                .extracting(Offer::getVersion, Offer::getState, Offer::getRespondBy)
                .containsExactly(3L, OfferState.EXTENDED, extended.getRespondBy());
        assertThat(newest(Topics.OFFERS, key(programme, proposal.getOfferId()), 2))
                .extracting(Offer::getVersion, Offer::getState, Offer::getReason)
                .containsExactly(2L, OfferState.RESCINDED, "DATA_RESTORED");
        assertThat(newest(Topics.PROGRAMMES, lostProgramme, 2))
                .extracting(Programme::getVersion, Programme::getState)
                .containsExactly(5L, ProgrammeState.CLOSED);
        assertThat(isErased(stranger)).isTrue();

        // and a proposal about somebody who is lost is answered
        PlacementOffer hopeless = Matcher.proposal(programme, 8, lostStudent, internship);
        matcher.emit(hopeless);
        assertThat(newest(Topics.OFFERS, key(programme, hopeless.getOfferId()), 1))
                .extracting(Offer::getVersion, Offer::getState, Offer::getReason)
                .containsExactly(1L, OfferState.REJECTED, "STALE");

        // and what comes by an id of then goes on above it
        matcher.emit(proposal);
        market.awaitState(proposal.getOfferId(), "EXTENDED");
        assertThat(newest(Topics.OFFERS, key(programme, proposal.getOfferId()), 3)
                        .getVersion())
                .isEqualTo(3);
        assertThat(participants
                        .university(Market.UNIVERSITY)
                        .put("/programmes/" + lostProgramme, Bodies.programme())
                        .json()
                        .path("version")
                        .asLong())
                .isEqualTo(6);

        // and once is enough; the answer that has no row is over anyway
        goBackTo(places);
        assertThat(reconciling.reconcile())
                .extracting(Difference::key, Difference::outcome)
                .containsExactly(tuple(key(programme, hopeless.getOfferId()), Outcome.LEFT));
    }

    @Test
    void aMeetingThatIsLostIsOverAndOneThatIsKnownIsToldAgain() {
        // given an invitation that the lost database saw accepted, and one that nobody knows any more
        Meeters two = Meeters.in(participants, market, market.programme());
        String known = key(two.programme(), two.invited());
        Map<Partition, Long> places = differences.places();
        Meeting invited = newest(Topics.MEETINGS, known, 1);
        tell(
                Topics.MEETINGS,
                known,
                Meeting.newBuilder(invited)
                        .setVersion(2)
                        .setState(MeetingState.OPEN)
                        .setRespondBy(null)
                        .build());
        String lost = UUID.randomUUID().toString();
        tell(
                Topics.MEETINGS,
                key(two.programme(), lost),
                Meeting.newBuilder(invited)
                        .setMeetingId(lost)
                        .setVersion(3)
                        .setState(MeetingState.OPEN)
                        .setInterviews(List.of(interview(InterviewState.CONFIRMED), interview(InterviewState.HELD)))
                        .build());

        // when
        goBackTo(places);
        List<Difference> found = reconciling.reconcile();

        // then
        assertThat(found)
                .extracting(Difference::key, Difference::version, Difference::outcome)
                .contains(tuple(known, 3L, Outcome.RETOLD), tuple(key(two.programme(), lost), 4L, Outcome.UNDONE));
        assertThat(newest(Topics.MEETINGS, known, 3))
                .extracting(Meeting::getVersion, Meeting::getState, Meeting::getRespondBy)
                .containsExactly(3L, MeetingState.INVITED, invited.getRespondBy());
        Meeting over = newest(Topics.MEETINGS, key(two.programme(), lost), 2);
        assertThat(over)
                .extracting(Meeting::getVersion, Meeting::getState, Meeting::getReason, Meeting::getChangedBy)
                .containsExactly(4L, MeetingState.ENDED, "DATA_RESTORED", "SYSTEM");
        assertThat(over.getInterviews())
                .extracting(Interview::getState)
                .containsExactly(InterviewState.CANCELLED, InterviewState.HELD);
    }

    @Test
    void aFileThatIsLostIsForgotten() {
        String programme = market.programme();
        String lost = key(programme, UUID.randomUUID().toString());
        Map<Partition, Long> places = differences.places();
        tell(
                Topics.IMPORTS,
                lost,
                Import.newBuilder()
                        .setProgrammeId(programme)
                        .setImportId(lost.substring(lost.indexOf('/') + 1))
                        .setVersion(2)
                        .setState(ImportState.READY)
                        .setKind("STUDENTS")
                        .setOrganisation(Market.UNIVERSITY)
                        .setRowsRead(3)
                        .setRowsNew(3)
                        .setRowsChanged(0)
                        .setRowsSame(0)
                        .setRowsBad(0)
                        .setChangedAt(Instant.parse("2027-01-04T02:00:00Z"))
                        .build());

        goBackTo(places);
        assertThat(reconciling.reconcile())
                .extracting(Difference::key, Difference::version, Difference::outcome)
                .contains(tuple(lost, 3L, Outcome.UNDONE));

        assertThat(newest(Topics.IMPORTS, lost, 2))
                .extracting(Import::getVersion, Import::getState, Import::getFault)
                .containsExactly(3L, ImportState.EXPIRED, "DATA_RESTORED");
    }

    @Test
    void noVersionIsToldInTwoWays() {
        // given
        String programme = market.programme();
        Entered student = market.student(programme);
        String key = key(programme, student.id());
        StudentProfile profile = newest(Topics.STUDENT_PROFILES, key, 1);
        Map<Partition, Long> places = differences.places();

        // when version 2 waits in the outbox, while a version 2 of the lost database stands on the topic
        Difference found = transactions.within(() -> {
            assertThat(of(Topics.STUDENT_PROFILES).retell(key, 1)).isEqualTo(2);
            tell(
                    Topics.STUDENT_PROFILES,
                    key,
                    StudentProfile.newBuilder(profile)
                            .setVersion(2)
                            .setMajor("lost")
                            .build());
            goBackTo(places);
            return reconciling.reconcile().stream()
                    .filter(difference -> difference.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        });

        // then
        assertThat(found.held()).isEqualTo(2);
        assertThat(found.version()).isEqualTo(3);
        assertThat(TopicReader.events(codec, Topics.STUDENT_PROFILES, key::equals, 3))
                .extracting(StudentProfile::getVersion, StudentProfile::getMajor)
                .containsExactly(tuple(1L, profile.getMajor()), tuple(2L, "lost"), tuple(3L, profile.getMajor()));
    }

    @Test
    void operationsReadsWhatDiffered() {
        Api.Answer answer = participants.operations().get("/reconciliations?limit=1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("counts").isArray()).isTrue();
        assertThat(answer.json().path("items").size()).isLessThanOrEqualTo(1);
        assertThat(participants
                        .university(Market.UNIVERSITY)
                        .get("/reconciliations")
                        .status())
                .isEqualTo(403);
    }

    private static String key(String programme, String id) {
        return Topic.key(programme, id);
    }

    private Retelling of(Topic<?> topic) {
        return features.stream()
                .filter(feature -> feature.topic().equals(topic.name()))
                .findFirst()
                .orElseThrow();
    }

    private <T extends SpecificRecord> T newest(Topic<T> topic, String key, int count) {
        List<T> events = TopicReader.events(codec, topic, key::equals, count);
        assertThat(events).hasSize(count);
        return events.getLast();
    }

    private static boolean isErased(String key) {
        try (TopicReader reader = new TopicReader("contacts")) {
            return reader.read(key::equals, 2).getLast().value() == null;
        }
    }

    private void tell(Topic<?> topic, String key, SpecificRecord event) {
        matcher.emit(topic.name(), key, codec.encode(event));
    }

    private static Interview interview(InterviewState state) {
        return Interview.newBuilder()
                .setInterviewId(UUID.randomUUID().toString())
                .setState(state)
                .setStartsAt(Instant.parse("2027-01-04T02:00:00Z"))
                .setMinutes(45)
                .build();
    }

    private static Contact contact(String person) {
        return Contact.newBuilder()
                .setPersonId(person)
                .setVersion(1)
                .setName("陌生人")
                .setEmail("stranger@example.edu.cn")
                .setLanguage(Language.ZH)
                .setOrganisation(Market.UNIVERSITY)
                .setChangedAt(Instant.parse("2027-01-01T00:00:00Z"))
                .build();
    }

    /** As the database out of the backup would have it. */
    private void goBackTo(Map<Partition, Long> places) {
        places.forEach(
                (partition, place) -> jdbc.sql("update relayed set next_offset = ? where topic = ? and partition = ?")
                        .params(place, partition.topic(), partition.number())
                        .update());
    }
}
