package dev.talentpipeline.monitoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.ClearingMode;
import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.Degree;
import dev.talentpipeline.events.Internship;
import dev.talentpipeline.events.InternshipState;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.StudentState;
import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.monitoring.Story;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What readers make of what stands on the topics, and what is promised by events: every fault that is planted has to be named, and nothing else. */
class LedgerIT extends LedgerSurroundings {

    private static final String READER = "internship-service";

    @Test
    void whatIsInOrderDiffersInNothing() {
        var story = Story.fresh();
        story.happens();
        story.offer(2, OfferState.ACCEPTED, null);
        story.profile(2, StudentState.WITHDRAWN);
        story.proposal(null);
        untilFollowed(Topics.OFFERS, story.offerKey(), 2);
        untilFollowed(Topics.STUDENT_PROFILES, story.studentKey(), 2);
        untilFollowed(Topics.PLACEMENT_OFFERS, story.studentKey(), 1);

        assertThat(differences(story.programmeId())).isEmpty();
        assertThat(get("/api/v1/ledger").body().get("differences")).hasSize(Kind.values().length);
        assertThat(get(TestTokens.shared().token(Role.COMPANY, "co-1"), "/api/v1/ledger")
                        .status())
                .isEqualTo(403);
        assertThat(get("/api/v1/ledger/differences?difference=NONE").status()).isEqualTo(400);
    }

    @Test
    void aReaderThatSkipsAnEventOrAppliesItTwiceIsNamedWithTheEvent() {
        var story = Story.fresh();
        RecordMetadata first = propose(story, "e1-" + story.offerId());
        commit(first, "r1 from=%d applied=0 duplicate=0 dead=0 other=0 tail=".formatted(first.offset() + 1));
        await().atMost(SOON).until(() -> compared(first) == first.offset() + 1);
        RecordMetadata read = propose(story, "e2-" + story.offerId());
        RecordMetadata skipped = propose(story, "e3-" + story.offerId());
        RecordMetadata dropped = propose(story, "e2-" + story.offerId());
        RecordMetadata applied = propose(story, "e2-" + story.offerId());
        long gap = skipped.offset() - read.offset();
        assertThat(gap).isEqualTo(1);

        commit(
                applied,
                "r1 from=%d applied=2 duplicate=1 dead=0 other=0 retried=%dx3 tail=%d:A1.1D1A1"
                        .formatted(first.offset() + 1, read.offset(), read.offset()));

        await().atMost(SOON).until(() -> differences(story.programmeId()).size() == 2);
        List<JsonNode> found = differences(story.programmeId());
        assertThat(found)
                .extracting(each -> each.get("difference").asString()
                        + " " + each.get("reader").asString()
                        + " " + each.get("offset").asLong()
                        + " " + each.get("eventId").asString())
                .containsExactlyInAnyOrder(
                        "READER_SKIPPED %s %d e3-%s".formatted(READER, skipped.offset(), story.offerId()),
                        "READER_APPLIED_TWICE %s %d e2-%s".formatted(READER, applied.offset(), story.offerId()));
        assertThat(dropped.offset()).isBetween(skipped.offset(), applied.offset());
        assertThat(outcome("e2-" + story.offerId())).isEqualTo("APPLIED");
        assertThat(reader("e2-" + story.offerId()).path("attempts").asInt()).isEqualTo(3);
        assertThat(outcome("e3-" + story.offerId())).isNull();

        // Set back, it reads what it had skipped, and applies that alone.
        commit(
                applied,
                "r1 from=%d applied=1 duplicate=3 dead=0 other=0 tail=%d:D1A1D2"
                        .formatted(read.offset(), read.offset()));
        await().atMost(SOON).until(() -> kinds(story).equals(List.of("READER_APPLIED_TWICE")));
        assertThat(outcome("e3-" + story.offerId())).isEqualTo("APPLIED");
    }

    @Test
    void promisesAreWatchedByTheEventsAlone() {
        var one = Story.fresh();
        var other = new Story(
                one.programmeId(),
                one.studentId(),
                one.personId(),
                one.internshipId(),
                UUID.randomUUID().toString(),
                one.requestId());
        seats(one, 1);
        one.offer(1, OfferState.EXTENDED, null);
        other.offer(1, OfferState.EXTENDED, null);
        one.notice(null);
        one.notice(null);
        clearing(one, 1);

        await().atMost(SOON)
                .until(
                        () -> kinds(one).stream().sorted().toList(),
                        List.of("BLOCKING_PAIR", "OFFERS_OF_A_STUDENT", "SEATS_EXCEEDED")::equals);
        await().atMost(SOON)
                .until(() -> all("NOTICE_TWICE").stream()
                        .anyMatch(each -> each.get("key").asString().startsWith(one.personId())));

        other.offer(2, OfferState.DECLINED, null);

        await().atMost(SOON).until(() -> kinds(one).equals(List.of("BLOCKING_PAIR")));
    }

    private static RecordMetadata propose(Story story, String event) {
        return send(story, Topics.PLACEMENT_OFFERS, story.studentKey(), story.proposalEvent(), event);
    }

    private static void seats(Story story, int seats) {
        Internship event = Internship.newBuilder()
                .setProgrammeId(story.programmeId())
                .setInternshipId(story.internshipId())
                .setVersion(1)
                .setState(InternshipState.OPEN)
                .setCompany("co-gulan")
                .setTitle("Chip design")
                .setOccupation("ai-engineer")
                .setRegion("CN-SH")
                .setStartsOn(LocalDate.of(2027, 3, 1))
                .setWeeks(26)
                .setDaysPerWeek(4)
                .setStipend(4_000)
                .setSeats(seats)
                .setMinimumDegree(Degree.BACHELOR)
                .setChangedAt(THEN)
                .build();
        send(
                story,
                Topics.INTERNSHIPS,
                Topic.key(story.programmeId(), story.internshipId()),
                event,
                UUID.randomUUID().toString());
    }

    private static void clearing(Story story, int blockingPairs) {
        ClearingReport event = ClearingReport.newBuilder()
                .setProgrammeId(story.programmeId())
                .setClearing(1)
                .setMode(ClearingMode.ROLLING)
                .setStartedAt(THEN)
                .setDurationMs(5)
                .setStudents(1)
                .setInternships(1)
                .setFreeSeats(0)
                .setProposals(0)
                .setHeld(0)
                .setUnmatched(1)
                .setBlockingPairs(blockingPairs)
                .setStudentOptimal(true)
                .setInputHash("i")
                .setSeedHash("s")
                .setResultHash("r")
                .build();
        send(
                story,
                Topics.CLEARINGS,
                story.programmeId(),
                event,
                UUID.randomUUID().toString());
    }

    /** What the reader made of an event, as it stands on the event's journey; null: it is not known. */
    private @Nullable String outcome(String event) {
        JsonNode outcome = reader(event).path("outcome");
        return outcome.isString() ? outcome.asString() : null;
    }

    private JsonNode reader(String event) {
        JsonNode step = get("/api/v1/journeys/" + event).body().get("items").get(0);
        return step.get("readers")
                .valueStream()
                .filter(each -> each.get("group").asString().equals(READER))
                .findFirst()
                .orElseThrow();
    }

    /** As a reader does that has read the record and what is before it. */
    private static void commit(RecordMetadata record, String account) {
        commit(record, account, READER);
    }

    private long compared(RecordMetadata record) {
        return jdbc.sql("select compared from ledger_reader where reader = ? and topic = ? and partition = ?")
                .params(READER, record.topic(), record.partition())
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }
}
