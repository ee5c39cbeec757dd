package dev.talentpipeline.internship.imports;

import static dev.talentpipeline.internship.imports.Importing.counts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.Topics;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Files as people have them and as nobody should, over HTTP. */
@RunningService
class FileImportIT {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final String HEADER = "学号,姓名,邮箱,学历,专业,可实习开始日期,可实习结束日期\n";

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    JdbcClient jdbc;

    private String programme;
    private String prefix;
    private Api university;
    private Importing students;
    private Importing openings;

    @BeforeEach
    void open() {
        programme = market.programme();
        prefix = "f" + UUID.randomUUID().toString().substring(0, 8);
        university = participants.university("u-" + prefix);
        students = new Importing(university, programme);
        openings = new Importing(participants.company(Market.COMPANY), programme);
    }

    private String student(int number) {
        return "%s%d,学生%d,s%d@example.edu.cn,本科,数学,2027-03-01,2027-12-31%n".formatted(prefix, number, number, number);
    }

    private String refusal(byte[] file) {
        JsonNode found = students.read("STUDENTS", file);
        assertThat(found.path("state").asString()).isEqualTo("REFUSED");
        assertThat(found.path("fault").path("remedy").asString()).isNotEmpty();
        return found.path("fault").path("type").asString();
    }

    @Test
    void openingsComeFromAWorkbookWithMergedHeaderCellsAndDatesAsNumbers() {
        // given
        byte[] workbook = Workbooks.workbook(sheet -> {
            sheet.value(0, 0, "2027 春季岗位");
            sheet.range(0, 0, 0, 5).merge();
            String[] upper = {"岗位编号", "岗位名称", "职业", "工作地区", "时间安排", "", "必备技能"};
            String[] lower = {"", "", "", "", "开始日期", "周数", ""};
            for (int i = 0; i < upper.length; i++) {
                sheet.value(1, i, upper[i]);
                sheet.value(2, i, lower[i]);
            }
            sheet.range(1, 4, 1, 5).merge();
            for (int row = 3; row < 5; row++) {
                sheet.value(row, 0, row - 2);
                sheet.style(row, 0).format("000").set();
                sheet.value(row, 1, "算法实习生");
                sheet.value(row, 2, "ai-engineer");
                sheet.value(row, 3, "北京市");
                sheet.value(row, 4, LocalDate.of(2027, 3, 1));
                sheet.style(row, 4).format("yyyy-mm-dd").set();
                sheet.value(row, 5, 26);
                sheet.value(row, 6, "机器学习:3");
            }
            sheet.value(4, 1, "算法实习生，限男性");
            sheet.style(900, 0).format("000").set();
        });

        // when
        JsonNode found = openings.read("OPENINGS", workbook);

        // then
        assertThat(counts(found)).as(found.toString()).isEqualTo("1/0/0/1");
        assertThat(openings.firstProblem(found))
                .startsWith("5 岗位名称 限男性: title must not narrow who may apply by gender");
        assertThat(openings.tryCommit(found.path("id").asString()).status()).isEqualTo(409);

        // when
        JsonNode sound = openings.read(
                "OPENINGS", "岗位编号\t岗位名称\t职业\t地区\t开始日期\t周数\n001\t算法实习生\tai-engineer\tCN-BJ\t2027-03-01\t26\n");
        JsonNode committed = openings.commit(sound);
        JsonNode repeated = openings.read("OPENINGS", "岗位编号\t周数\t名额\n001\t26\t\n");

        // then
        assertThat(committed.path("state").asString()).as(committed.toString()).isEqualTo("COMMITTED");
        assertThat(participants
                        .company(Market.COMPANY)
                        .get("/programmes/%s/internships/001".formatted(programme))
                        .text("region"))
                .isEqualTo("CN-BJ");
        assertThat(counts(repeated)).isEqualTo("0/0/1/0");
    }

    @Test
    void whatIsNoHarmlessFileIsRefusedBeforeAnythingChanges() {
        assertThat(refusal(Workbooks.bomb())).isEqualTo("spreadsheet-bomb");
        assertThat(refusal(Workbooks.withEntity())).isEqualTo("forbidden-xml");
        assertThat(refusal((HEADER + "\0").getBytes(UTF_8))).isEqualTo("wrong-encoding");
        assertThat(refusal((HEADER + "1,\"王").getBytes(UTF_8))).isEqualTo("broken-row");
        assertThat(refusal(("学号,姓名,姓名\n" + "1,a,b").getBytes(UTF_8))).isEqualTo("duplicate-column");
        assertThat(refusal(("学号,姓名" + ",x".repeat(499) + "\n1,a").getBytes(UTF_8)))
                .isEqualTo("too-many-columns");
        assertThat(refusal("学号,姓名,电话,\n1,a,138\n2,b".getBytes(UTF_8))).isEqualTo("broken-row");
        assertThat(students.read("STUDENTS", "学号,姓名,电话,\n1,a,138\n2,b\n")
                        .path("state")
                        .asString())
                .isEqualTo("READY");
        assertThat(students.read("STUDENTS", "学号,姓名,电话,\n1,a,138\n2,b,138")
                        .path("state")
                        .asString())
                .isEqualTo("READY");
        assertThat(students.upload("STUDENTS", new byte[0], Map.of()).status()).isEqualTo(400);
        assertThat(students.upload("OPENINGS", HEADER.getBytes(UTF_8), Map.of()).status())
                .isEqualTo(403);
    }

    @Test
    void aCellThatIsMergedOverRowsHoldsForEachOfThem() {
        JsonNode found = students.read("STUDENTS", Workbooks.workbook(sheet -> {
            String[][] cells = {
                {"学号", "姓名", "专业"}, {"", "", ""}, {"1", "李雷", "软件工程"}, {"2", "韩梅梅", ""}, {"3", "王", "数学"}, {"", "", ""}
            };
            for (int row = 0; row < cells.length; row++) {
                for (int i = 0; i < 3; i++) {
                    if (!cells[row][i].isEmpty()) {
                        sheet.value(row, i, row > 0 && i == 0 ? prefix + cells[row][i] : cells[row][i]);
                    }
                }
            }
            sheet.range(0, 2, 1, 2).merge();
            sheet.range(2, 2, 3, 2).merge();
            sheet.range(4, 2, 5, 2).merge();
        }));

        assertThat(counts(found)).as(found.toString()).isEqualTo("3/0/0/0");
        assertThat(students.rows(found, "").json().path("items"))
                .extracting(row -> row.path("values").path("major").asString())
                .containsExactly("软件工程", "软件工程", "数学");
    }

    @Test
    void rowsOnAnotherSheetAreNotLostUnseen() {
        String[] sheets = {"总表", "统计", "NOTES"};
        JsonNode noted = students.read("STUDENTS", Workbooks.sheets(workbook -> {
            for (String name : sheets) {
                Worksheet sheet = workbook.newWorksheet(name);
                sheet.value(0, 0, "学号");
                sheet.value(0, 1, name.equals("总表") ? "姓名" : "number");
                sheet.value(2, 0, prefix + 1);
                sheet.value(2, 1, "李雷");
            }
        }));
        JsonNode several = students.read("STUDENTS", Workbooks.sheets(workbook -> {
            for (String name : List.of("信息学院", "经济学院")) {
                Worksheet sheet = workbook.newWorksheet(name);
                sheet.value(1, 0, "学号");
                sheet.value(1, 1, "姓名");
                sheet.value(3, 0, prefix + name);
                sheet.value(3, 1, "李雷");
            }
        }));

        assertThat(counts(noted)).as(noted.toString()).isEqualTo("1/0/0/0");
        assertThat(noted.path("leftOut").toString()).isEqualTo("[{\"path\":\"sheet[统计]\",\"times\":2}]");
        assertThat(several.path("fault").path("type").asString()).isEqualTo("several-sheets");
        assertThat(several.path("fault").path("value").asString()).isEqualTo("经济学院");
        assertThat(several.path("fault").path("row").asInt()).isEqualTo(4);
    }

    @Test
    void aFileThatIsTooLargeOrBreaksOffLeavesNothing() throws IOException {
        String path = "/programmes/%s/imports?kind=STUDENTS".formatted(programme);

        try (Socket gigabyte = university.begin(path, "text/csv", 1L << 30, HEADER.getBytes(UTF_8));
                Socket cut = university.begin(path, "text/csv", 10_000, HEADER.getBytes(UTF_8))) {
            cut.shutdownOutput();
            assertThat(new String(gigabyte.getInputStream().readNBytes(12), UTF_8))
                    .isEqualTo("HTTP/1.1 413");
            assertThat(new String(cut.getInputStream().readNBytes(12), UTF_8)).isEqualTo("HTTP/1.1 400");
        }
        assertThat(university
                        .get("/programmes/%s/imports".formatted(programme))
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whoeverComesWhileAllPlacesAreTakenIsAskedToComeAgain() throws IOException {
        String path = "/programmes/%s/imports?kind=STUDENTS".formatted(programme);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                slow.add(university.begin(path, "text/csv", 10_000, HEADER.getBytes(UTF_8)));
            }
            Api.Answer refused = await().atMost(BOUND)
                    .until(
                            () -> students.upload("STUDENTS", HEADER.getBytes(UTF_8), Map.of()),
                            answer -> answer.status() != 202);

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("10");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await().atMost(BOUND)
                .until(() -> students.upload("STUDENTS", HEADER.getBytes(UTF_8), Map.of())
                                .status()
                        == 202);
    }

    @Test
    void aRepeatedRequestGivesTheSameImportAndNothingTwice() {
        byte[] file = (HEADER + student(1)).getBytes(UTF_8);
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        Api.Answer first = students.upload("STUDENTS", file, key);
        Api.Answer second = students.upload("STUDENTS", file, key);
        JsonNode found = students.settled(first.text("id"));
        students.commit(found);
        Api.Answer again = students.tryCommit(first.text("id"));

        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text("state")).isEqualTo("COMMITTED");
    }

    @Test
    void whatWasTaughtOnceIsKnownTheNextTime() {
        String file = "证件号,备注,姓名,技能,邮箱,学历,专业,开始日期,结束日期\n%s1,x,王,炼丹,w@example.edu.cn,本科,数学,2027-03-01,2027-12-31%n"
                .formatted(prefix);
        assertThat(students.read("STUDENTS", file).path("fault").path("type").asString())
                .isEqualTo("no-header");

        // when
        Api.Answer wrong =
                university.put("/import-vocabularies/students", Map.of("columns", Map.of("证件号", "passport")));
        Api.Answer taught = university.put(
                "/import-vocabularies/students",
                Map.of("columns", Map.of("证件号", "number", "备注", ""), "skills", Map.of("炼丹", "deep-learning")));
        JsonNode found = students.read("STUDENTS", file);
        Api.Answer late = university.send(
                "PUT", "/import-vocabularies/students", Map.of("columns", Map.of()), Map.of("If-Match", "\"0\""));

        // then
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(taught.status()).as(taught.json().toString()).isEqualTo(200);
        assertThat(taught.etag()).isEqualTo("\"1\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(university.get("/import-vocabularies/students").etag()).isEqualTo("\"1\"");
        assertThat(Importing.fields(found)).startsWith("证件号=number 备注=? 姓名=name");
        assertThat(found.path("skills").path(0).path("skill").asString()).isEqualTo("deep-learning");
        assertThat(counts(found)).isEqualTo("1/0/0/0");
    }

    @Test
    void aTemplateThatIsFilledInIsUnderstood() {
        for (String language : List.of("zh", "en")) {
            Api.Document csv = university.document("/import-templates/students?format=csv&language=" + language);
            Api.Document xlsx = university.document("/import-templates/openings?format=xlsx&language=" + language);

            assertThat(new String(csv.bytes(), UTF_8)).startsWith("\uFEFF");
            JsonNode found = students.read("STUDENTS", csv.bytes());
            assertThat(found.path("columns").size()).isEqualTo(22);
            assertThat(found.path("columns"))
                    .allMatch(column -> !column.path("field").isNull());
            JsonNode empty = openings.read("OPENINGS", xlsx.bytes());
            assertThat(empty.path("columns").size()).isEqualTo(17);
            assertThat(empty.path("columns"))
                    .allMatch(column -> !column.path("field").isNull());
        }
    }

    @Test
    void whatNobodyCommitsExpiresAndWhoeverIsErasedIsInNoFileAnyMore() {
        students.commit(students.read("STUDENTS", HEADER + student(1)));
        JsonNode found = students.read("STUDENTS", HEADER + student(1) + student(2));
        String person = university
                .get("/programmes/%s/students/%s1".formatted(programme, prefix))
                .text("person");

        // when
        assertThat(university
                        .delete("/people/%s/personal-data".formatted(person))
                        .status())
                .isLessThan(300);

        // then
        assertThat(students.rows(found, "").json().path("items"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("anchor").asString()).isEqualTo(prefix + "2"));

        // when
        jdbc.sql("update import set expires_at = now() - interval '1 second' where id = cast(? as uuid)")
                .param(found.path("id").asString())
                .update();

        // then
        await().atMost(BOUND)
                .until(() -> students.get(found.path("id").asString())
                        .path("state")
                        .asString()
                        .equals("EXPIRED"));
        assertThat(students.rows(found, "").json().path("items").isEmpty()).isTrue();
    }

    @Test
    void aBatchGoesOutInOneTransactionHoweverLongItIs() {
        int rows = 2_500;
        StringBuilder file = new StringBuilder(HEADER);
        IntStream.range(0, rows).forEach(i -> file.append(student(i)));

        JsonNode committed = students.commit(students.read("STUDENTS", file.toString()));

        assertThat(committed.path("state").asString()).as(committed.toString()).isEqualTo("COMMITTED");
        try (TopicReader reader = new TopicReader(Topics.STUDENT_PROFILES.name())) {
            List<Long> offsets = reader.read(TopicReader.programme(programme), rows).stream()
                    .map(ConsumerRecord::offset)
                    .toList();
            assertThat(offsets).hasSize(rows);
            assertThat(offsets.getLast() - offsets.getFirst())
                    .as("between two transactions there is a marker, which takes an offset")
                    .isEqualTo(rows - 1L);
        }
    }
}
