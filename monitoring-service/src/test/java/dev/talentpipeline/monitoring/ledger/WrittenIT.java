package dev.talentpipeline.monitoring.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.Import;
import dev.talentpipeline.events.ImportState;
import dev.talentpipeline.events.Meeting;
import dev.talentpipeline.events.MeetingState;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.Placement;
import dev.talentpipeline.events.PlacementState;
import dev.talentpipeline.monitoring.Story;
import dev.talentpipeline.monitoring.Surroundings;
import dev.talentpipeline.schemas.Channels;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.ToldAgain;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.schemas.WriterReport;
import dev.talentpipeline.schemas.WriterReport.Written;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is not on the topics as its writers wrote it: every fault that is planted has to be named, and nothing else. */
class WrittenIT extends LedgerSurroundings {

    @Test
    void aDeletedRecordIsNamedByItsVersionUntilItIsThereAfterAll() {
        var story = Story.fresh();
        story.offer(1, OfferState.EXTENDED, null);
        story.offer(3, OfferState.EXTENDED, null);

        await().atMost(SOON).until(() -> kinds(story).equals(List.of("VERSION_MISSING")));
        JsonNode missing = differences(story.programmeId()).getFirst();
        assertThat(missing.get("version").asLong()).isEqualTo(2);
        assertThat(missing.get("id").asString()).isEqualTo(story.offerId());
        assertThat(missing.get("eventId").isNull()).isTrue();

        story.offer(2, OfferState.EXTENDED, null);

        await().atMost(SOON).until(() -> kinds(story).equals(List.of("VERSION_BACK")));
        assertThat(file("/api/v1/ledger/differences?format=CSV&language=en&fields=difference,id"))
                .contains("VERSION_BACK," + story.offerId());
    }

    @Test
    void whatIsOlderThanItsTopicBeginsThereWithALaterVersion() {
        var story = Story.fresh();
        Stream.of(4, 6).forEach(version -> tell(story, story.meetingEvent(version, MeetingState.OPEN, THEN)));

        await().atMost(SOON).until(() -> !kinds(story).isEmpty());
        assertThat(differences(story.programmeId())).singleElement().satisfies(missing -> {
            assertThat(missing.get("difference").asString()).isEqualTo("VERSION_MISSING");
            assertThat(missing.get("version").asLong()).isEqualTo(5);
        });
    }

    @Test
    void whatCameAfterItsTopicBeginsThereWithTheFirst() {
        var silent = Story.fresh();
        tell(silent, silent.meetingEvent(2, MeetingState.OPEN, null));
        var file = Story.fresh();
        send(
                file,
                Topics.IMPORTS,
                file.offerKey(),
                imported(file, 2),
                UUID.randomUUID().toString());
        var story = Story.fresh();
        tell(story, story.meetingEvent(3, MeetingState.OPEN, Instant.now()));

        await().atMost(SOON).until(() -> kinds(story).size() == 2);
        assertThat(differences(story.programmeId()))
                .allSatisfy(missing ->
                        assertThat(missing.get("difference").asString()).isEqualTo("VERSION_MISSING"))
                .extracting(missing -> missing.get("version").asLong())
                .containsExactlyInAnyOrder(1L, 2L);
        await().atMost(SOON).until(() -> kinds(file).equals(List.of("VERSION_MISSING")));
        assertThat(differences(file.programmeId()).getFirst().get("version").asLong())
                .isEqualTo(1);
        // Who does not say when it came into being is believed.
        untilFollowed(Topics.MEETINGS, silent.offerKey(), 1);
        assertThat(kinds(silent)).isEmpty();

        tell(story, story.meetingEvent(1, MeetingState.OPEN, Instant.now()));

        await().atMost(SOON)
                .until(() ->
                        kinds(story).stream().sorted().toList().equals(List.of("VERSION_BACK", "VERSION_MISSING")));
    }

    private static void tell(Story story, Meeting meeting) {
        send(
                story,
                Topics.MEETINGS,
                story.offerKey(),
                meeting,
                UUID.randomUUID().toString());
    }

    private static Import imported(Story story, long version) {
        return Import.newBuilder()
                .setProgrammeId(story.programmeId())
                .setImportId(story.offerId())
                .setVersion(version)
                .setState(ImportState.READY)
                .setKind("STUDENTS")
                .setOrganisation("uni-1")
                .setRowsRead(1)
                .setRowsNew(1)
                .setRowsChanged(0)
                .setRowsSame(0)
                .setRowsBad(0)
                .setCreatedAt(Instant.now())
                .setChangedAt(THEN)
                .build();
    }

    @Test
    void whatIsToldTwiceIsNamed() {
        var again = Story.fresh();
        String event = UUID.randomUUID().toString();
        send(again, Topics.OFFERS, again.offerKey(), again.offerEvent(1, OfferState.EXTENDED, null), event);
        RecordMetadata copy =
                send(again, Topics.OFFERS, again.offerKey(), again.offerEvent(1, OfferState.EXTENDED, null), event);
        var other = Story.fresh();
        other.offer(1, OfferState.EXTENDED, null);
        String second = other.offer(1, OfferState.DECLINED, null);

        await().atMost(SOON).until(() -> kinds(again).equals(List.of("EVENT_TWICE")));
        await().atMost(SOON).until(() -> kinds(other).equals(List.of("VERSION_TWICE")));
        JsonNode sent = differences(again.programmeId()).getFirst();
        assertThat(sent.get("eventId").asString()).isEqualTo(event);
        assertThat(sent.get("offset").asLong()).isEqualTo(copy.offset());
        assertThat(differences(other.programmeId()).getFirst().get("eventId").asString())
                .isEqualTo(second);
    }

    @Test
    void whatItsWriterMayHaveToldBeforeIsNoFault() {
        var story = Story.fresh();
        String event = UUID.randomUUID().toString();
        send(story, Topics.OFFERS, story.offerKey(), story.offerEvent(1, OfferState.EXTENDED, null), event);
        Headers again = new RecordHeaders();
        Surroundings.headers(Topics.OFFERS, event, story.offerKey(), THEN, story.requestId(), null)
                .writeTo(again);
        ToldAgain.mark(again);
        Surroundings.send(
                Topics.OFFERS.name(),
                story.offerKey(),
                Surroundings.encode(story.offerEvent(1, OfferState.EXTENDED, null)),
                again);
        story.offer(3, OfferState.DECLINED, null);

        // The copy stands before what is named.
        await().atMost(SOON).until(() -> kinds(story).equals(List.of("VERSION_MISSING")));
        assertThat(jdbc.sql("select count(*) from journal_copy where told_again and compared")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(kinds(story)).containsExactly("VERSION_MISSING");
    }

    @Test
    void whatItsWriterSaysThatItWroteAndDoesNotStandThereIsNamed() {
        var story = Story.fresh();
        RecordMetadata first = placed(story);
        written(first, 10, 40);
        await().atMost(SOON).until(() -> writtenUpTo(first) == first.offset() + 1);
        RecordMetadata second = placed(story);
        written(second, 10, 41);
        await().atMost(SOON).until(() -> writtenUpTo(second) == second.offset() + 1);
        assertThat(unlisted(first)).isEmpty();
        RecordMetadata third = placed(story);

        written(third, 10, 43);

        await().atMost(SOON).until(() -> !unlisted(first).isEmpty());
        assertThat(unlisted(first))
                .extracting(missing -> missing.get("offset").asLong())
                .containsExactly(second.offset() + 1);
        // A new account is set against nothing.
        written(third, 20, 900);
        await().atMost(SOON).until(() -> begunAt(third) == 20);
        assertThat(unlisted(first)).hasSize(1);
    }

    @Test
    void whatIsMissingIsNamedByKeyAndVersionIfItsWriterListsIt() {
        var story = Story.fresh();
        RecordMetadata first = placed(story);
        written(first, 50, 1, new Written(first.offset(), story.offerKey(), 1));
        await().atMost(SOON).until(() -> begunAt(first) == 50 && writtenUpTo(first) == first.offset() + 1);
        RecordMetadata gone = givenUp(Topics.PLACEMENTS, story.offerKey());
        RecordMetadata last = placed(story);
        List<Written> listed = List.of(
                new Written(first.offset(), story.offerKey(), 1),
                new Written(gone.offset(), story.offerKey(), 2),
                new Written(last.offset(), story.offerKey(), 3));

        written(last, 50, 3, listed.toArray(Written[]::new));

        await().atMost(SOON).until(() -> writtenUpTo(last) == last.offset() + 1);
        assertThat(missing(story)).singleElement().satisfies(missing -> {
            assertThat(missing.get("key").asString()).isEqualTo(story.offerKey());
            assertThat(missing.get("version").asLong()).isEqualTo(2);
            assertThat(missing.get("offset").asLong()).isEqualTo(gone.offset());
            assertThat(missing.get("kind").asString()).isEqualTo("PLACEMENT");
            assertThat(missing.get("id").asString()).isEqualTo(story.offerId());
        });
        assertThat(unlisted(first)).isEmpty();

        // Two more are missing, of which it lists one: that one is named, and that there is more.
        RecordMetadata lost = givenUp(Topics.PLACEMENTS, story.offerKey());
        RecordMetadata after = placed(story);
        written(
                after,
                50,
                6,
                new Written(lost.offset(), story.offerKey(), 5),
                new Written(after.offset(), story.offerKey(), 6));

        await().atMost(SOON).until(() -> missing(story).size() == 2);
        assertThat(missing(story))
                .extracting(missing -> missing.get("version").asLong())
                .containsExactlyInAnyOrder(2L, 5L);
        assertThat(unlisted(first))
                .extracting(missing -> missing.get("offset").asLong())
                .containsExactly(last.offset() + 1);
    }

    @Test
    void anOffsetAtWhichNothingStandsIsNamedWhereNoTransactionTakesAny() {
        var story = Story.fresh();
        story.notice(null);
        givenUp(Topics.NOTICES, story.personId() + "/gone");
        story.notice(null);

        await().atMost(SOON).until(() -> !all("OFFSET_MISSING").isEmpty());
        assertThat(all("OFFSET_MISSING"))
                .allMatch(each -> each.get("topic").asString().equals("notices"));
    }

    private List<JsonNode> missing(Story story) {
        return differences(story.programmeId()).stream()
                .filter(each -> each.get("difference").asString().equals("WRITTEN_MISSING"))
                .toList();
    }

    /** What is missing in the record's partition from it on, and nobody knows what it is. */
    private List<JsonNode> unlisted(RecordMetadata record) {
        return all("WRITTEN_MISSING").stream()
                .filter(each -> each.get("key").isNull()
                        && each.get("partition").asInt() == record.partition()
                        && each.get("topic").asString().equals(record.topic())
                        && each.get("offset").asLong() >= record.offset())
                .toList();
    }

    /** Something of which only the place matters. */
    private static RecordMetadata placed(Story story) {
        return send(
                story,
                Topics.PLACEMENTS,
                story.offerKey(),
                placement(story),
                UUID.randomUUID().toString());
    }

    private static Placement placement(Story story) {
        return Placement.newBuilder()
                .setProgrammeId(story.programmeId())
                .setPlacementId(story.offerId())
                .setVersion(1)
                .setState(PlacementState.AGREED)
                .setOfferId(story.offerId())
                .setStudentId(story.studentId())
                .setInternshipId(story.internshipId())
                .setStartsOn(LocalDate.of(2027, 3, 1))
                .setEndsOn(LocalDate.of(2027, 8, 29))
                .setChangedAt(THEN)
                .build();
    }

    private static void written(RecordMetadata record, long from, long records, Written... listed) {
        commit(
                record,
                new WriterReport(from, records, List.of(listed)).encoded(),
                Channels.written("internship-service"));
    }

    private long writtenUpTo(RecordMetadata record) {
        return ofWriter("compared", record);
    }

    private long begunAt(RecordMetadata record) {
        return ofWriter("begun", record);
    }

    private long ofWriter(String column, RecordMetadata record) {
        return jdbc.sql("select " + column + " from ledger_writer where topic = ? and partition = ?")
                .params(record.topic(), record.partition())
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    /** Where a record of a transaction stands that was given up: nobody reads it. */
    private static RecordMetadata givenUp(Topic<?> topic, String key) {
        try (var producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Surroundings.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        UUID.randomUUID().toString(),
                        ProducerConfig.PARTITIONER_CLASS_CONFIG,
                        ProgrammePartitioner.class.getName()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            Future<RecordMetadata> place =
                    producer.send(new ProducerRecord<>(topic.name(), key, "gone".getBytes(UTF_8)));
            producer.flush();
            producer.abortTransaction();
            return place.resultNow();
        }
    }
}
