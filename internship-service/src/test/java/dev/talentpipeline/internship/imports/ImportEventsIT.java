package dev.talentpipeline.internship.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the topic says of imports: every version, by its state and how many rows there are. */
@RunningService
class ImportEventsIT {

    private static final String HEADER = "学号,姓名,邮箱,学历,专业,可实习开始日期,可实习结束日期\n";

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Autowired
    Imports imports;

    @Autowired
    ImportChanges changes;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    private String programme;
    private String university;
    private Importing students;

    @BeforeEach
    void open() {
        programme = market.programme();
        university = "u-" + UUID.randomUUID().toString().substring(0, 8);
        students = new Importing(participants.university(university), programme);
    }

    @Test
    void everyVersionIsToldByItsRowsAndNothingOfTheFile() {
        JsonNode entered = students.commit(students.read("STUDENTS", HEADER + student(1) + student(2)));

        List<ConsumerRecord<String, byte[]>> records =
                records(entered.path("id").asString(), 4);

        assertThat(records)
                .allSatisfy(
                        record -> assertThat(new String(record.value(), UTF_8)).doesNotContain("学生", "example.edu"));
        assertThat(records.stream().map(record -> codec.decode(Topics.IMPORTS, record.value())))
                .extracting(
                        dev.talentpipeline.events.Import::getVersion,
                        event -> event.getState().name(),
                        dev.talentpipeline.events.Import::getRowsRead,
                        dev.talentpipeline.events.Import::getRowsNew,
                        dev.talentpipeline.events.Import::getRowsBad,
                        dev.talentpipeline.events.Import::getOrganisation,
                        dev.talentpipeline.events.Import::getKind)
                .containsExactly(
                        tuple(1L, "READING", 0, 0, 0, university, "STUDENTS"),
                        tuple(2L, "READY", 2, 2, 0, university, "STUDENTS"),
                        tuple(3L, "COMMITTING", 2, 2, 0, university, "STUDENTS"),
                        tuple(4L, "COMMITTED", 2, 2, 0, university, "STUDENTS"));
        // Since when there is the import, in every version.
        assertThat(records.stream().map(record -> codec.decode(Topics.IMPORTS, record.value())))
                .extracting(dev.talentpipeline.events.Import::getCreatedAt)
                .hasSize(4)
                .doesNotContainNull()
                .containsOnly(
                        codec.decode(Topics.IMPORTS, records.getFirst().value()).getChangedAt());
    }

    @Test
    void badRowsAndFilesThatCannotBeReadAreToldByNumberAndCode() {
        JsonNode bad = students.read("STUDENTS", HEADER + student(1) + ",学生2,,本科,数学,2027-03-01,2027-12-31\n");
        JsonNode refused = students.read("STUDENTS", (HEADER + "\0").getBytes(UTF_8));

        assertThat(last(bad, 2))
                .extracting(
                        event -> event.getState().name(),
                        dev.talentpipeline.events.Import::getRowsBad,
                        dev.talentpipeline.events.Import::getFault)
                .containsExactly("READY", 1, null);
        assertThat(last(refused, 2))
                .extracting(event -> event.getState().name(), dev.talentpipeline.events.Import::getFault)
                .containsExactly("REFUSED", "wrong-encoding");
    }

    @Test
    void whoseFileItIsReadsOfItOnTheTrail() {
        Api company = participants.company(Market.COMPANY);
        String ofCompany = new Importing(company, programme)
                .read("OPENINGS", "岗位编号,岗位名称\n")
                .path("id")
                .asString();
        String ofUniversity =
                students.read("STUDENTS", HEADER + student(1)).path("id").asString();

        assertThat(trail(company, ofCompany)).containsExactly(1L, 2L);
        assertThat(trail(company, ofUniversity)).isEmpty();
        assertThat(trail(participants.university(university), ofUniversity)).containsExactly(1L, 2L);
        assertThat(trail(participants.university(university), ofCompany)).isEmpty();
    }

    /** The versions of the import on the trail as the reader sees it. */
    private static List<Long> trail(Api reader, String id) {
        return reader.get("/audit?entity=" + id)
                .json()
                .path("items")
                .valueStream()
                .map(entry -> entry.path("version").asLong())
                .sorted()
                .toList();
    }

    @Test
    void anEventIsThereIfAndOnlyIfItsVersionIs() {
        UUID id = UUID.fromString(
                students.read("STUDENTS", HEADER + student(1)).path("id").asString());
        String key = Topic.key(programme, id.toString());

        assertThatThrownBy(() -> transactions.within(() -> {
                    changes.save(imports.lock(id).orElseThrow().toldAs(3));
                    assertThat(versionsInOutbox(key)).containsExactly(1L, 2L, 3L);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(versionsInOutbox(key)).containsExactly(1L, 2L);
        assertThat(imports.find(id).orElseThrow().version()).isEqualTo(2);
    }

    private String student(int number) {
        return "%s%d,学生%d,s%d@example.edu.cn,本科,数学,2027-03-01,2027-12-31%n"
                .formatted(university, number, number, number);
    }

    private List<Long> versionsInOutbox(String key) {
        return jdbc.sql("select version from outbox where topic = 'imports' and key = ? order by version")
                .param(key)
                .query(Long.class)
                .list();
    }

    private dev.talentpipeline.events.Import last(JsonNode found, int version) {
        return codec.decode(
                Topics.IMPORTS,
                records(found.path("id").asString(), version).getLast().value());
    }

    private List<ConsumerRecord<String, byte[]>> records(String id, int count) {
        String key = Topic.key(programme, id);
        try (TopicReader reader = new TopicReader(Topics.IMPORTS.name())) {
            return reader.read(key::equals, count);
        }
    }
}
