package dev.talentpipeline.internship.imports;

import static dev.talentpipeline.internship.imports.Importing.counts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A file out of a student system: number, name, school, major, phone, and nothing that a market needs. */
@RunningService
class BareRollIT {

    private static final String HEADER = "学号,姓名,学院,专业,专业代码,手机号\n";

    @Autowired
    Participants participants;

    @Autowired
    Market market;

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
        market.school("informatics");
    }

    private JsonNode entry(int number) {
        return university
                .get("/organisations/%s/roll/%s%d".formatted(Market.UNIVERSITY, prefix, number))
                .json();
    }

    private String student(int number) {
        return "/programmes/%s/students/%s%d".formatted(programme, prefix, number);
    }

    @Test
    void aBareRollGoesToTheRollAndIntoNoMarket() {
        String file = HEADER + prefix + "1,李雷,informatics,软件工程,080902,13800001234\n" + prefix + "2,韩梅梅,,,,\n";

        JsonNode found = importing.read("STUDENTS", file);
        JsonNode committed = importing.commit(found);
        JsonNode again = importing.read("STUDENTS", file);
        JsonNode moved = importing.read("STUDENTS", HEADER + prefix + "1,,,,,-\n");
        importing.commit(moved);

        assertThat(counts(found)).as(found.toString()).isEqualTo("2/0/0/0");
        assertThat(committed.path("state").asString()).as(committed.toString()).isEqualTo("COMMITTED");
        assertThat(counts(committed)).isEqualTo("2/0/0/0");
        assertThat(counts(again)).isEqualTo("0/0/2/0");
        assertThat(counts(moved)).isEqualTo("0/1/0/0");
        JsonNode one = entry(1);
        assertThat(one.path("majorCode").asString()).isEqualTo("080902");
        assertThat(one.path("school").asString()).isEqualTo("informatics");
        assertThat(one.path("phone").isNull()).as(one.toString()).isTrue();
        assertThat(one.path("version").asLong()).isEqualTo(2);
        assertThat(one.path("person").isNull()).isTrue();
        assertThat(university.get(student(1)).status()).isEqualTo(404);
    }

    @Test
    void aRowThatSaysMoreGoesToBothAndNeedsWhatAMarketNeeds() {
        JsonNode lacking = importing.read("STUDENTS", "学号,姓名,技能\n" + prefix + "1,李雷,python\n");
        importing.cancel(lacking.path("id").asString());
        JsonNode nameless = importing.read("STUDENTS", "学号,技能\n" + prefix + "1,python\n");
        importing.cancel(nameless.path("id").asString());
        university.put(student(2), Bodies.student());
        JsonNode both = importing.read(
                "STUDENTS",
                "学号,姓名,专业代码,邮箱,学历,专业,可实习开始日期,可实习结束日期\n"
                        + prefix + "1,李雷,080902,li@example.edu.cn,本科,软件工程,2027-03-01,2027-12-31\n"
                        + prefix + "2,,080901,,,,,\n");
        JsonNode committed = importing.commit(both);

        assertThat(counts(lacking)).isEqualTo("0/0/0/1");
        assertThat(importing.rows(nameless, "?state=BAD").json().findValuesAsString("column"))
                .as("what both need is missed once")
                .doesNotHaveDuplicates();
        assertThat(counts(both))
                .as("new on both; another code of the major on the roll")
                .isEqualTo("1/1/0/0");
        assertThat(counts(committed)).isEqualTo("1/1/0/0");
        assertThat(university.get(student(1)).text("person"))
                .isEqualTo(entry(1).path("person").asString());
        assertThat(entry(2).path("majorCode").asString()).isEqualTo("080901");
        assertThat(university.get(student(2)).json().path("version").asLong())
                .as("a market does not see codes of majors")
                .isEqualTo(1);
        assertThat(Map.of(
                        "one",
                        entry(1).path("version").asLong(),
                        "two",
                        entry(2).path("version").asLong()))
                .isEqualTo(Map.of("one", 1L, "two", 2L));
    }

    @Test
    void thePreviewSaysWhichRowsGoToTheRollAlone() {
        university.put(student(3), Bodies.student());
        JsonNode found = importing.read(
                "STUDENTS",
                "学号,姓名,专业代码,邮箱,学历,专业,可实习开始日期,可实习结束日期\n"
                        + prefix + "1,李雷,080902,li@example.edu.cn,本科,软件工程,2027-03-01,2027-12-31\n"
                        + prefix + "2,韩梅梅,,,,,,\n"
                        + prefix + "3,王小明,,,,,,\n"
                        + prefix + "4,,,,,,,\n");

        assertThat(counts(found)).isEqualTo("2/0/1/1");
        assertThat(found.path("rows").path("rollOnly").asInt()).isEqualTo(1);
        assertThat(importing.rows(found, "?rollOnly=true").json().path("items").valueStream())
                .as("a row that cannot be entered goes nowhere, and one of a student of the programme to both")
                .extracting(row ->
                        row.path("line").asInt() + " " + row.path("rollOnly").asBoolean())
                .containsExactly("3 true");
        assertThat(importing.rows(found, "?rollOnly=false").json().path("items").valueStream())
                .extracting(row -> row.path("rollOnly").asBoolean())
                .containsExactly(false, true, false, false);
    }

    @Test
    void aRowLeavesWhatTheStudentHasSaidAndThePreviewSaysSo() {
        Api.Answer there = university.put(student(1), Bodies.with(Bodies.student(), "researchTopics", List.of()));
        Api themselves = participants.student(Market.UNIVERSITY, there.text("person"));
        themselves.put(
                student(1).replace(prefix + "1", "me"),
                Bodies.with(
                        Bodies.with(Bodies.student(), "skills", List.of(Map.of("id", "python", "level", 5))),
                        "researchTopics",
                        List.of()));

        JsonNode found = importing.read("STUDENTS", "学号,技能,研究方向,专业,同意匹配\n" + prefix + "1,java:1,量子计算,软件工程,否\n");
        JsonNode row = importing.rows(found, "").json().path("items").path(0);
        importing.commit(found);

        assertThat(counts(found)).isEqualTo("0/1/0/0");
        assertThat(row.path("kept").toString()).isEqualTo("[\"skills\",\"consent\"]");
        JsonNode after = university.get(student(1)).json();
        assertThat(after.path("skills").path(0).path("id").asString()).isEqualTo("python");
        assertThat(after.path("consent").asBoolean()).isTrue();
        assertThat(after.path("researchTopics").path(0).asString()).isEqualTo("量子计算");
        assertThat(after.path("major").asString()).isEqualTo("软件工程");
        assertThat(entry(1).path("major").asString()).isEqualTo("软件工程");
    }

    @Test
    void whatTheRollKnowsNeedNotBeSaidAgain() {
        importing.commit(importing.read(
                "STUDENTS", "学号,姓名,学院,专业,学历,邮箱\n" + prefix + "1,李雷,informatics,软件工程,本科,li@example.edu.cn\n"));

        JsonNode found =
                importing.read("STUDENTS", "学号,技能,可实习开始日期,可实习结束日期\n" + prefix + "1,python,2027-03-01,2027-12-31\n");
        importing.commit(found);

        assertThat(counts(found)).as(found.toString()).isEqualTo("1/0/0/0");
        JsonNode student = university.get(student(1)).json();
        assertThat(student.path("name").asString()).isEqualTo("李雷");
        assertThat(student.path("school").asString()).isEqualTo("informatics");
        assertThat(student.path("degree").asString()).isEqualTo("BACHELOR");
        assertThat(entry(1).path("version").asLong())
                .as("now somebody is behind it")
                .isEqualTo(2);
    }
}
