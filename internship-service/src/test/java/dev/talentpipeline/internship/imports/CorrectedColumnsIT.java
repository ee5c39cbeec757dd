package dev.talentpipeline.internship.imports;

import static dev.talentpipeline.internship.imports.Importing.counts;
import static dev.talentpipeline.internship.imports.Importing.fields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whoever looks at an import says what its columns are, and its rows are found out anew without another upload. */
@RunningService
class CorrectedColumnsIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    JdbcClient jdbc;

    private String programme;
    private String org;
    private Api university;
    private Importing students;
    private String file;

    @BeforeEach
    void open() {
        programme = market.programme();
        org = "u-" + UUID.randomUUID().toString().substring(0, 8);
        university = participants.university(org);
        students = new Importing(university, programme);
        file = """
                2027 届实习生名单
                学号,姓名,邮箱,私人邮件,学历,研究方向,可实习开始日期,可实习结束日期
                %1$s1,李雷,not an address,lilei@example.edu.cn,本科,数学,2027-03-01,2027-12-31

                %1$s2,韩梅梅,none,han@example.edu.cn,本科,物理,2027-03-01,2027-12-31
                """.formatted(org);
    }

    private Api.Answer columnsAre(JsonNode found, Map<String, String> columns) {
        return readAgain(found, Map.of("columns", columns));
    }

    private int parts(JsonNode found) {
        return jdbc.sql("select count(*) from import_file where import = cast(? as uuid)")
                .param(found.path("id").asString())
                .query(Integer.class)
                .single();
    }

    @Test
    void aColumnThatWasTakenForSomethingElseIsSetRightAndItsRowsAreRight() {
        JsonNode first = students.read("STUDENTS", file);
        assertThat(counts(first)).isEqualTo("0/0/0/2");
        assertThat(fields(first)).contains("邮箱=email", "私人邮件=?", "研究方向=researchTopics");

        Api.Answer answer = columnsAre(
                first,
                Map.of(
                        "1",
                        "number",
                        "2",
                        "name",
                        "4",
                        "email",
                        "5",
                        "degree",
                        "6",
                        "major",
                        "7",
                        "availableFrom",
                        "8",
                        "availableUntil"));

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(202);
        assertThat(answer.text("state")).isEqualTo("READING");
        JsonNode again = students.settled(first.path("id").asString());
        assertThat(counts(again)).as(again.toString()).isEqualTo("2/0/0/0");
        assertThat(again.path("rows").path("read").asInt()).isEqualTo(2);
        assertThat(fields(again)).contains("邮箱=?", "私人邮件=email", "研究方向=major");
        assertThat(again.path("version").asInt())
                .isEqualTo(first.path("version").asInt() + 2);
        JsonNode row = students.rows(again, "").json().path("items").path(0);
        assertThat(row.path("line").asInt()).as("as it stands in the file").isEqualTo(3);
        assertThat(row.path("values").path("email").asString()).isEqualTo("lilei@example.edu.cn");
        assertThat(parts(again)).isEqualTo(1);
        assertThat(students.commit(again).path("state").asString()).isEqualTo("COMMITTED");
        assertThat(parts(again)).as("gone with the import").isZero();
    }

    @Test
    void aCorrectionThatCannotBeIsRefusedAndTheImportStaysAsItWas() {
        JsonNode first = students.read("STUDENTS", file);

        Api.Answer none = columnsAre(first, Map.of("2", "name", "4", "email", "3", "email", "9", "major", "5", "shoe"));
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("columns", "columns.4", "columns.5", "columns.9");
        assertThat(columnsAre(first, Map.of("one", "number")).status()).isEqualTo(400);
        assertThat(participants
                        .university("another")
                        .post(
                                "/programmes/%s/imports/%s/readings"
                                        .formatted(programme, first.path("id").asString()),
                                Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(counts(students.get(first.path("id").asString()))).isEqualTo("0/0/0/2");

        students.cancel(first.path("id").asString());
        assertThat(columnsAre(first, Map.of("1", "number")).text("type")).endsWith("/import-not-ready");
    }

    @Test
    void whatTextsMeanHoldsForThisFileAndForLaterOnesWhereItIsToBeRemembered() {
        String rows = """
                学号,姓名,邮箱,专业,擅长,入学
                %1$s1,李雷,lilei@example.edu.cn,数学,炼丹,2027-03-01
                """.formatted(org);
        Map<String, String> columns = Map.of("1", "number", "2", "name", "3", "email", "4", "major", "5", "skills");
        JsonNode first = students.read("STUDENTS", rows);
        assertThat(fields(first)).contains("擅长=?", "入学=?");

        Api.Answer refused = readAgain(
                first, Map.of("columns", Map.of("2", "name"), "skills", Map.of("炼丹", "python"), "remember", true));
        assertThat(refused.status()).isEqualTo(400);
        Api.Answer unknown =
                readAgain(first, Map.of("columns", columns, "skills", Map.of("炼丹", "alchemy"), "remember", true));
        assertThat(unknown.text("type")).endsWith("/not-in-catalogue");
        assertThat(taught()).as("a correction that is refused").isEqualTo("0 {} {}");

        assertThat(readAgain(first, Map.of("columns", columns, "skills", Map.of("炼丹", "python")))
                        .status())
                .isEqualTo(202);
        JsonNode again = students.settled(first.path("id").asString());
        assertThat(skills(again)).containsExactly("炼丹=python");
        assertThat(taught()).as("was not to be remembered").isEqualTo("0 {} {}");

        assertThat(readAgain(again, Map.of("columns", columns, "remember", true))
                        .status())
                .isEqualTo(202);
        assertThat(skills(students.settled(first.path("id").asString())))
                .as("what was said before of the same file holds")
                .containsExactly("炼丹=python");
        assertThat(taught()).as("the next file would be read otherwise").isEqualTo("1 {\"擅长\":\"skills\"} {}");

        Map<String, String> other = Map.of("1", "number", "2", "name", "3", "email", "4", "major", "6", "skills");
        assertThat(readAgain(again, Map.of("columns", other, "skills", Map.of("炼丹", "python"), "remember", true))
                        .status())
                .isEqualTo(202);
        students.settled(first.path("id").asString());
        assertThat(taught()).isEqualTo("2 {\"入学\":\"skills\",\"擅长\":\"\"} {\"炼丹\":\"python\"}");
    }

    private Api.Answer readAgain(JsonNode found, Object body) {
        return university.post(
                "/programmes/%s/imports/%s/readings"
                        .formatted(programme, found.path("id").asString()),
                body);
    }

    private String taught() {
        JsonNode words = university.get("/import-vocabularies/students").json();
        return "%s %s %s".formatted(words.path("version"), words.path("columns"), words.path("skills"));
    }

    private static List<String> skills(JsonNode found) {
        return found.path("skills")
                .valueStream()
                .map(seen ->
                        seen.path("text").asString() + "=" + seen.path("skill").asString("?"))
                .toList();
    }

    /** A text that was taken for nothing keeps its rows from being entered; one that was taken for something else would be entered wrongly. */
    @Test
    void occupationsAreSetRightWhetherTheyWereRecognisedOrNot() {
        String rows = """
                学号,姓名,邮箱,学历,专业,意向职业,可实习开始日期,可实习结束日期
                %1$s1,李雷,lilei@example.edu.cn,本科,数学,调参侠;无人机驾驶员,2027-03-01,2027-12-31
                %1$s2,韩梅梅,han@example.edu.cn,本科,物理,无人机驾驶员,2027-03-01,2027-12-31
                """.formatted(org);
        JsonNode first = students.read("STUDENTS", rows);
        assertThat(counts(first)).isEqualTo("1/0/0/1");
        assertThat(occupations(first)).containsExactly("调参侠=? 1", "无人机驾驶员=drone-pilot 2");
        assertThat(first.path("occupations").path(0).path("nearest")).isNotEmpty();
        Map<String, String> columns = Map.of(
                "1",
                "number",
                "2",
                "name",
                "3",
                "email",
                "4",
                "degree",
                "5",
                "major",
                "6",
                "occupations",
                "7",
                "availableFrom",
                "8",
                "availableUntil");

        assertThat(readAgain(first, Map.of("columns", columns, "occupations", Map.of("调参侠", "alchemist")))
                        .text("field"))
                .isEqualTo("occupations");
        Map<String, String> said = Map.of("调参侠", "ai-engineer", "无人机驾驶员", "iot-engineer");
        assertThat(readAgain(first, Map.of("columns", columns, "occupations", said))
                        .status())
                .isEqualTo(202);
        JsonNode again = students.settled(first.path("id").asString());

        assertThat(counts(again)).as(again.toString()).isEqualTo("2/0/0/0");
        assertThat(occupations(again)).containsExactly("无人机驾驶员=iot-engineer 2", "调参侠=ai-engineer 1");
        assertThat(students.rows(again, "")
                        .json()
                        .path("items")
                        .path(0)
                        .path("values")
                        .path("occupations")
                        .asString())
                .isEqualTo("ai-engineer\niot-engineer");
        assertThat(taughtOccupations()).as("was not to be remembered").isEqualTo("{}");

        assertThat(readAgain(again, Map.of("columns", columns, "occupations", said, "remember", true))
                        .status())
                .isEqualTo(202);
        students.settled(first.path("id").asString());
        assertThat(taughtOccupations()).isEqualTo("{\"无人机驾驶员\":\"iot-engineer\",\"调参侠\":\"ai-engineer\"}");
        assertThat(occupations(students.read("STUDENTS", rows)))
                .as("the next file")
                .containsExactly("无人机驾驶员=iot-engineer 2", "调参侠=ai-engineer 1");
    }

    private String taughtOccupations() {
        return university
                .get("/import-vocabularies/students")
                .json()
                .path("occupations")
                .toString();
    }

    private static List<String> occupations(JsonNode found) {
        return found.path("occupations")
                .valueStream()
                .map(seen -> "%s=%s %d"
                        .formatted(
                                seen.path("text").asString(),
                                seen.path("occupation").asString("?"),
                                seen.path("rows").asInt()))
                .toList();
    }

    @Test
    void anErasureTakesTheFileAlong() {
        JsonNode entered = students.commit(students.read("STUDENTS", """
                学号,姓名,邮箱,学历,专业,可实习开始日期,可实习结束日期
                %s1,李雷,lilei@example.edu.cn,本科,数学,2027-03-01,2027-12-31
                """.formatted(org)));
        assertThat(entered.path("state").asString()).as(entered.toString()).isEqualTo("COMMITTED");
        JsonNode waiting = students.read("STUDENTS", file);
        assertThat(parts(waiting)).isEqualTo(1);

        String person =
                university.get("/organisations/%s/roll/%s1".formatted(org, org)).text("person");
        assertThat(university.delete("/people/" + person + "/personal-data").status())
                .isLessThan(300);

        Awaitility.await().untilAsserted(() -> assertThat(parts(waiting)).isZero());
        assertThat(columnsAre(waiting, Map.of("1", "number", "4", "email")).text("type"))
                .endsWith("/import-file-gone");
    }

    @Test
    void openingsOfACompanyAreSetRightTheSameWay() {
        Importing openings = new Importing(participants.company(Market.COMPANY), programme);
        String reference = "o-" + UUID.randomUUID().toString().substring(0, 8);
        JsonNode first = openings.read("OPENINGS", """
                岗位编号,岗位名称,职业,工作地区,开始日期,周数,招聘备注
                %s,算法实习生,ai-engineer,CN-BJ,2027-03-01,16,3
                """.formatted(reference));
        assertThat(fields(first)).contains("招聘备注=?");

        Api.Answer answer = participants
                .company(Market.COMPANY)
                .post(
                        "/programmes/%s/imports/%s/readings"
                                .formatted(programme, first.path("id").asString()),
                        Map.of(
                                "columns",
                                Map.of(
                                        "1",
                                        "reference",
                                        "2",
                                        "title",
                                        "3",
                                        "occupation",
                                        "4",
                                        "region",
                                        "5",
                                        "startsOn",
                                        "6",
                                        "weeks",
                                        "7",
                                        "seats")));

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(202);
        JsonNode again = openings.settled(first.path("id").asString());
        assertThat(counts(again)).isEqualTo("1/0/0/0");
        assertThat(openings.rows(again, "")
                        .json()
                        .path("items")
                        .path(0)
                        .path("values")
                        .path("seats")
                        .asString())
                .isEqualTo("3");
    }
}
