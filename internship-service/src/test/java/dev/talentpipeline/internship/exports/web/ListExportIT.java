package dev.talentpipeline.internship.exports.web;

import static dev.talentpipeline.internship.imports.Importing.counts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.internship.imports.Importing;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists as files, for whoever may see the lists. */
@RunningService
@ExtendWith(OutputCaptureExtension.class)
class ListExportIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    JdbcClient jdbc;

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

    private String students(String query) {
        return "/programmes/%s/students%s".formatted(programme, query);
    }

    private void enter(String number, Map<String, @Nullable Object> body) {
        Api.Answer answer = university.put(students("/" + number), body);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
    }

    /** A student whose every field is one that a spreadsheet would spoil. */
    private void enterTheDifficultOne() {
        Map<String, @Nullable Object> body = Bodies.student();
        body.put("name", "=HYPERLINK(\"http://example.org\",\"王\")");
        body.put("phone", "+86-010-0000");
        body.put("major", "'90s, \"Kunst\"\r\n第二行");
        body.put("researchTopics", List.of("@vision, language; action", "-", "\uD840\uDC0B田"));
        enter("0012345678901234567", body);
    }

    private void enterMany(int rows) {
        StringBuilder file = new StringBuilder("学号,姓名,邮箱,学历,专业,可实习开始日期,可实习结束日期\n");
        for (int i = 0; i < rows; i++) {
            file.append("%s%d,学生%d,s%d@example.edu.cn,本科,数学,2027-03-01,2027-12-31%n".formatted(prefix, i, i, i));
        }
        JsonNode committed = importing.commit(importing.read("STUDENTS", file.toString()));
        assertThat(committed.path("state").asString()).isEqualTo("COMMITTED");
    }

    @Test
    void studentsThatAreExportedEditedAndImportedChangeInWhatWasEdited() {
        // given
        enterTheDifficultOne();
        enterMany(210);

        // when
        Api.Download csv = university.download(students("?format=csv"));
        Api.Download xlsx = university.download(students("?format=xlsx&language=en"));
        String text = new String(csv.bytes(), UTF_8);

        // then
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition")).contains("attachment").contains("students.csv");
        assertThat(text).startsWith("\uFEFF学号,姓名,").contains("'0012345678901234567,\"'=HYPERLINK(");
        assertThat(counts(importing.read("STUDENTS", csv.bytes()))).isEqualTo("0/0/211/0");
        JsonNode workbook = importing.read("STUDENTS", xlsx.bytes());
        assertThat(counts(workbook)).as(workbook.toString()).isEqualTo("0/0/211/0");
        assertThat(Importing.fields(workbook)).startsWith("Student number=number Name=name");

        // when: one cell is edited
        JsonNode edited = importing.read("STUDENTS", text.replace(prefix + "7,学生7,", prefix + "7,学生柒,"));

        // then
        assertThat(counts(edited)).isEqualTo("0/1/210/0");
        importing.commit(edited);
        assertThat(university.get(students("/" + prefix + "7")).text("name")).isEqualTo("学生柒");
    }

    @Test
    void openingsOfACompanyComeBackAsTheyWere() {
        Api company = participants.company(Market.COMPANY);
        Map<String, @Nullable Object> body = Bodies.internship();
        body.put("majors", List.of("计算机科学", "Mathematics, applied"));
        body.put("applyBy", "2027-02-01T09:30:00Z");
        market.internship(programme, body);
        market.internship(programme);
        Importing openings = new Importing(company, programme);

        JsonNode csv = openings.read(
                "OPENINGS",
                company.download("/programmes/%s/internships?format=csv".formatted(programme))
                        .bytes());
        JsonNode xlsx = openings.read(
                "OPENINGS",
                company.download("/programmes/%s/internships?format=xlsx".formatted(programme))
                        .bytes());

        assertThat(counts(csv)).as(csv.toString()).isEqualTo("0/0/2/0");
        assertThat(counts(xlsx)).as(xlsx.toString()).isEqualTo("0/0/2/0");
    }

    @Test
    void aRollComesBackAsItWas() {
        String org = "u-" + prefix;
        Api own = participants.university(org);
        String roll = "/organisations/%s/roll".formatted(org);
        own.put(
                roll + "/007",
                Map.of("name", "李雷", "majorCode", "080902", "phone", "+86 10 1234", "degree", "BACHELOR"));

        Api.Download csv = own.download(roll + "?format=csv");

        assertThat(new String(csv.bytes(), UTF_8)).contains("'007,李雷,", "'080902");
        assertThat(counts(new Importing(own, programme).read("STUDENTS", csv.bytes())))
                .isEqualTo("0/0/1/0");
    }

    @Test
    void aFileShowsWhatItsCallerIsShownAndNothingElse() {
        market.student(programme);
        String other = "u-" + prefix;
        Api others = participants.university(other);
        assertThat(others.put(students("/x1"), Bodies.with(Bodies.student(), "name", "李雷"))
                        .status())
                .isEqualTo(201);

        Api.Answer page = others.get(students(""));
        Api.Answer whole = others.get(students("?format=json&limit=0&cursor=nonsense"));
        String operations = new String(
                participants
                        .operations()
                        .download(students("?format=csv&language=en"))
                        .bytes(),
                UTF_8);
        Api.Answer company = participants.company(Market.COMPANY).get(students("?format=csv"));
        Api.Answer unknown = others.get(students("?format=pdf"));

        assertThat(whole.json()).isEqualTo(page.json());
        assertThat(whole.json().path("items").size()).isEqualTo(1);
        assertThat(operations).contains(other).doesNotContain("李雷").doesNotContain("x1,");
        assertThat(company.status()).isEqualTo(403);
        assertThat(company.headers().firstValue("Content-Type").orElse("none")).startsWith("application/problem+json");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().toString()).contains("CSV, XLSX, JSON");
    }

    @Test
    void aTableIsAskedForByAcceptTooAndFiltersHold() {
        market.student(programme, prefix + "1");
        market.student(programme, prefix + "2");

        Api.Answer page =
                university.send("GET", students(""), null, Map.of("Accept", "application/json, text/csv;q=0.5"));
        Api.Download table = university.download(
                students("?number=" + prefix + "2"),
                Map.of("Accept", "text/csv", "Accept-Language", "fr, en;q=0.8, zh;q=0.5"));

        assertThat(page.json().path("items").size()).isEqualTo(2);
        assertThat(new String(table.bytes(), UTF_8).lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("\uFEFFStudent number,Name,Email");
        assertThat(new String(table.bytes(), UTF_8)).contains(prefix + "2");
    }

    @Test
    void whatCannotBeReadToItsEndIsNotTakenForAWhole(CapturedOutput output) {
        // given: the last student cannot be read; reading a part looks one row ahead, so they are not the first of the
        // next
        enterMany(202);
        UUID last = jdbc.sql("select id from student where programme = ? order by id desc limit 1")
                .param(programme)
                .query(UUID.class)
                .single();
        String profile = jdbc.sql("select profile::text from student where id = ?")
                .param(last)
                .query(String.class)
                .single();
        jdbc.sql("update student set profile = '[]' where id = ?").param(last).update();

        // then
        try {
            assertThatThrownBy(() -> university.download(students("?format=csv")))
                    .isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> university.download(students("?format=json")))
                    .isInstanceOf(UncheckedIOException.class);
        } finally {
            jdbc.sql("update student set profile = ?::jsonb where id = ?")
                    .params(profile, last)
                    .update();
        }
        assertThat(output.getAll())
                .as("a path may hold a student number")
                .contains("The export /api/v1/programmes/{programme}/students was broken off")
                .doesNotContain(programme + "/students");
        JsonNode whole =
                JSON.readTree(university.download(students("?format=json")).bytes());
        assertThat(whole.path("items").size()).isEqualTo(202);
        assertThat(whole.path("next").isNull()).isTrue();
    }
}
