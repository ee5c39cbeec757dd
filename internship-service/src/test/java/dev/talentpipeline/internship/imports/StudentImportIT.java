package dev.talentpipeline.internship.imports;

import static dev.talentpipeline.internship.imports.Importing.counts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RowLocks;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A cohort from a file: looked at, then entered all at once. */
@RunningService
class StudentImportIT {

    private static final String HEADER = "学号,姓名,邮箱,手机号,学历,专业,技能,可实习开始日期,可实习结束日期,同意匹配\n";

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EventCodec codec;

    @Autowired
    RowLocks locks;

    private String programme;
    private String prefix;
    private Api university;
    private Importing importing;

    @BeforeEach
    void open() {
        programme = market.programme();
        prefix = "00" + UUID.randomUUID().toString().substring(0, 8);
        university = participants.university(Market.UNIVERSITY);
        importing = new Importing(university, programme);
    }

    private String row(int number, String rest) {
        return "%s%d,%s\n".formatted(prefix, number, rest);
    }

    private JsonNode student(int number) {
        return university
                .get("/programmes/%s/students/%s%d".formatted(programme, prefix, number))
                .json();
    }

    @Test
    void aCohortIsLookedAtAndThenEnteredAsOneBatch() {
        // given: Excel saved as CSV on a Chinese Windows; full-width digits, a rare character, dates in three ways,
        // trailing empty rows
        String file = HEADER
                + row(1, "王小明,wang@example.edu.cn,１３８００００１２３４,硕士,计算机科学,Python:4、机器学习; 炼丹,2027-03-01,2027年12月31日,是")
                + row(2, "\uD840\uDC0B田,tian@example.edu.cn,,本科,数学,,2027/3/1,46752,否")
                + ",,,,,,,,,\n,,,,,,,,,\n";

        // when
        JsonNode found = importing.read("STUDENTS", file, Charset.forName("GB18030"));

        // then
        assertThat(counts(found)).as(found.toString()).isEqualTo("2/0/0/0");
        assertThat(found.path("file").path("encoding").asString()).isEqualTo("GB18030");
        assertThat(found.path("skills").path(0).path("text").asString()).isEqualTo("炼丹");
        assertThat(found.path("skills").path(0).path("skill").isNull()).isTrue();
        assertThat(student(1).path("status").asInt())
                .as("nothing is entered by looking")
                .isEqualTo(404);

        // when
        JsonNode committed = importing.commit(found);

        // then
        assertThat(committed.path("state").asString()).as(committed.toString()).isEqualTo("COMMITTED");
        JsonNode one = student(1);
        assertThat(one.path("phone").asString()).isEqualTo("13800001234");
        assertThat(one.path("skills").toString())
                .isEqualTo("[{\"id\":\"python\",\"level\":4},{\"id\":\"machine-learning\",\"level\":3}]");
        assertThat(one.path("consent").asBoolean()).isTrue();
        JsonNode two = student(2);
        assertThat(two.path("name").asString()).isEqualTo("\uD840\uDC0B田");
        assertThat(two.path("availableUntil").asString()).isEqualTo("2027-12-31");
        assertThat(TopicReader.events(codec, Topics.STUDENT_PROFILES, TopicReader.programme(programme), 2))
                .extracting(StudentProfile::getStudentId)
                .containsExactlyInAnyOrder(
                        one.path("id").asString(), two.path("id").asString());
        assertThat(jdbc.sql("select count(*) from outbox where batch = cast(? as uuid)")
                        .param(found.path("id").asString())
                        .query(Integer.class)
                        .single())
                .as("two contacts and two profiles, and that the file was entered, told together")
                .isEqualTo(5);
        assertThat(jdbc.sql("select count(*) from import_row where import = cast(? as uuid)")
                        .param(found.path("id").asString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aRepeatedImportChangesNothingABlankCellKeepsAndAHyphenClears() {
        String file = HEADER + row(1, "王小明,wang@example.edu.cn,13800001234,硕士,计算机科学,python,2027-03-01,2027-12-31,是");
        importing.commit(importing.read("STUDENTS", file));

        // when
        JsonNode repeated = importing.read("STUDENTS", file);
        importing.commit(repeated);

        // then
        assertThat(counts(repeated)).isEqualTo("0/0/1/0");
        assertThat(student(1).path("version").asLong()).isEqualTo(1);

        // when
        JsonNode changing =
                importing.read("STUDENTS", "学号;专业;技能;电话\n" + row(1, "软件工程;;-").replace(prefix + "1,", prefix + "1;"));
        JsonNode changed = importing.commit(changing);

        // then
        assertThat(counts(changing)).as(changing.toString()).isEqualTo("0/1/0/0");
        assertThat(changed.path("state").asString()).isEqualTo("COMMITTED");
        JsonNode after = student(1);
        assertThat(after.path("version").asLong()).isEqualTo(2);
        assertThat(after.path("major").asString()).isEqualTo("软件工程");
        assertThat(after.path("skills").path(0).path("id").asString()).isEqualTo("python");
        assertThat(after.path("phone").isMissingNode()).as(after.toString()).isTrue();
    }

    @Test
    void oneBadRowKeepsAllOfThemOut() {
        JsonNode found = importing.read(
                "STUDENTS",
                HEADER
                        + row(1, "王小明,wang@example.edu.cn,,硕士,计算机科学,,2027-03-01,2027-12-31,是")
                        + row(2, "李雷,no address,,本科,数学,,2027-02-30,2027-12-31,是")
                        + row(1, "韩梅梅,han@example.edu.cn,,本科,数学,,2027-03-01,2027-12-31,是")
                        + row(
                                3,
                                "=HYPERLINK(\"http://example.org\"),x@example.edu.cn,,本科,数学,,2027-03-01,2027-12-31,是"));

        Api.Answer commit = importing.tryCommit(found.path("id").asString());

        assertThat(counts(found)).isEqualTo("1/0/0/3");
        assertThat(commit.status()).isEqualTo(409);
        assertThat(commit.text("type")).endsWith("import-has-bad-rows");
        assertThat(student(1).path("status").asInt()).isEqualTo(404);
        JsonNode bad = importing.rows(found, "?state=BAD").json().path("items");
        assertThat(bad.path(0).path("problems").path(1).path("value").asString())
                .as("everything that is wrong with a row")
                .isEqualTo("no address");
        assertThat(List.of(bad.path(0), bad.path(1), bad.path(2)))
                .extracting(row -> row.path("line").asInt() + " "
                        + row.path("problems").path(0).path("column").asString() + " "
                        + row.path("problems").path(0).path("value").asString())
                .containsExactly(
                        "3 可实习开始日期 2027-02-30", "4 学号 " + prefix + "1", "5 姓名 =HYPERLINK(\"http://example.org\")");
    }

    @Test
    void aCommitThatIsCancelledIsUndoneAndTheNextOneKeepsWhatOthersChangedMeanwhile() throws SQLException {
        // given
        String whole = "王小明,wang@example.edu.cn,13800001234,硕士,计算机科学,python,2027-03-01,2027-12-31,是";
        importing.commit(importing.read("STUDENTS", HEADER + row(1, whole)));
        JsonNode one = student(1);
        String file = HEADER + row(1, whole.replace("硕士", "博士")) + row(2, whole);
        JsonNode found = importing.read("STUDENTS", file);
        String id = found.path("id").asString();

        // when: the commit waits for a person whom somebody else holds
        try (RowLocks.Held held = locks.hold("person", one.path("person").asString())) {
            importing.tryCommit(id);
            held.awaitWaiting(1);
            assertThat(importing.get(id).path("state").asString()).isEqualTo("COMMITTING");
            assertThat(importing.cancel(id).text("state")).isEqualTo("CANCELLED");
        }
        // One that comes later gets its turn only when that one has ended.
        JsonNode again = importing.read("STUDENTS", file);
        Map<String, Object> changed = Map.of(
                "name", "王晓明",
                "email", "wang@example.edu.cn",
                "degree", "MASTER",
                "major", "计算机科学",
                "availableFrom", "2027-03-01",
                "availableUntil", "2027-12-31",
                "minimumStipend", 4_000,
                "consent", true);

        // then
        assertThat(counts(again)).as("nothing of the cancelled one was entered").isEqualTo("1/1/0/0");
        assertThat(importing.get(id).path("state").asString()).isEqualTo("CANCELLED");

        // when: changed by somebody between preview and commit, in what the file does not name
        university.put("/programmes/%s/students/%s1".formatted(programme, prefix), changed);
        JsonNode committed = importing.commit(again);

        // then
        assertThat(committed.path("state").asString()).as(committed.toString()).isEqualTo("COMMITTED");
        assertThat(student(1).path("degree").asString()).isEqualTo("DOCTORATE");
        assertThat(student(1).path("minimumStipend").asInt()).isEqualTo(4_000);
        assertThat(student(2).path("state").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void preferencesAreNamedByReferenceAndKeepTheirOrder() {
        // given
        Api company = participants.company(Market.COMPANY);
        String path = "/programmes/%s/internships/".formatted(programme);
        String first = company.put(path + "ML-7", Bodies.internship()).text("id");
        String second = company.put(path + "ML-8", Bodies.internship()).text("id");
        String header = HEADER.replace("同意匹配", "志愿岗位");
        String student = "王小明,wang@example.edu.cn,,硕士,计算机科学,,2027-03-01,2027-12-31,";

        // when
        JsonNode found = importing.read("STUDENTS", header + row(1, student + "ML-8；acme-ai:ML-7"));
        JsonNode unknown = importing.read("STUDENTS", header + row(1, student + "ML-9"));
        importing.commit(found);

        // then
        assertThat(student(1).path("preferences").toString()).isEqualTo("[\"%s\",\"%s\"]".formatted(second, first));
        assertThat(counts(unknown)).isEqualTo("0/0/0/1");
        assertThat(importing.firstProblem(unknown)).startsWith("2 志愿岗位 ML-9: Give an opening of this programme");
        assertThat(counts(importing.read("STUDENTS", "学号,志愿岗位,姓名\n" + row(1, second + " ; ML-7,"))))
                .isEqualTo("0/0/1/0");
    }

    @Test
    void whoActsForOneSchoolImportsNothing() {
        Importing school = new Importing(participants.school(Market.UNIVERSITY, "informatics"), programme);

        assertThat(school.upload("STUDENTS", HEADER.getBytes(UTF_8), Map.of()).status())
                .isEqualTo(403);
    }

    @Test
    void nobodyElseSeesAnImportAndItsOwnerMayCancelIt() {
        JsonNode found = importing.read(
                "STUDENTS", HEADER + row(1, "王小明,wang@example.edu.cn,,硕士,计算机科学,,2027-03-01,2027-12-31,是"));
        String id = found.path("id").asString();
        Importing other = new Importing(participants.university("fudan"), programme);

        assertThat(other.get(id).path("status").asInt()).isEqualTo(404);
        assertThat(other.tryCommit(id).status()).isEqualTo(404);
        assertThat(other.cancel(id).status()).isEqualTo(404);

        assertThat(importing.cancel(id).text("state")).isEqualTo("CANCELLED");
        assertThat(importing.tryCommit(id).status()).isEqualTo(409);
        assertThat(importing.rows(found, "").json().path("items").isEmpty()).isTrue();
    }

    @Test
    void noOfferIsTakenBackBeforeEverybodyIsLocked() throws SQLException {
        Market.Entered leaving = market.student(programme, prefix + "1");
        Market.Entered last = market.student(programme, prefix + "2000");
        String internship = market.internship(programme);
        String offer = market.offer(programme, leaving, internship);
        StringBuilder file = new StringBuilder("学号,姓名,同意匹配\n").append(row(1, "离开,否"));
        for (int i = 2; i <= 1_001; i++) {
            file.append(row(i, "学生,"));
        }
        JsonNode found =
                importing.read("STUDENTS", file.append(row(2000, "最后,")).toString());

        try (RowLocks.Held held = locks.hold("person", last.person())) {
            assertThat(importing.tryCommit(found.path("id").asString()).status())
                    .isEqualTo(202);
            held.awaitWaiting(1);
            assertThat(jdbc.sql("select id from internship where id = cast(? as uuid) for update skip locked")
                            .param(internship)
                            .query(String.class)
                            .optional())
                    .as("whoever accepts has the lock of a person and wants this one")
                    .isPresent();
        }

        assertThat(importing.settled(found.path("id").asString()).path("state").asString())
                .isEqualTo("COMMITTED");
        assertThat(market.state(offer)).isEqualTo("RESCINDED STUDENT_WITHDRAWN");
    }
}
