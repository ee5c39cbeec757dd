package dev.talentpipeline.internship.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.transaction.Transactions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rates of a small season, counted by hand: four of law, three of informatics, and one who graduates a year later. */
@RunningService
class OutcomeIT {

    private static final String CLASS_OF_2027 = "/outcomes?until=2027-12-31&by=";

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    private String org;
    private Api university;

    @BeforeEach
    void season() {
        org = "univ-" + UUID.randomUUID().toString().substring(0, 8);
        university = participants.university(org);
        university.put("/organisations/" + org, Bodies.university(org));
        for (String school : List.of("informatics", "law")) {
            university.put("/organisations/" + org + "/schools/" + school, Map.of("nameZh", school, "nameEn", school));
        }
        Map<String, @Nullable Object> posted =
                Bodies.with(Bodies.with(Bodies.student(), "school", "law"), "graduatesOn", "2027-06-30");
        university.put("/programmes/%s/students/1".formatted(market.programme()), posted);
        goes("1", null, "2027-06-30", "11", "LABOUR_CONTRACT", true);
        goes("2", "law", "2027-06-30", "46", "ENLISTMENT_NOTICE", false);
        goes("3", "law", "2027-06-30", "80", "ADMISSION_LETTER", false);
        goes("4", "law", "2027-06-30", "70", null, false);
        goes("5", "informatics", "2027-06-30", "72", null, false);
        goes("6", "informatics", "2027-06-30", null, null, false);
        goes("7", "informatics", "2027-06-30", "76", "INCOME_STATEMENT", false);
        goes("8", "informatics", "2028-06-30", null, null, false);
    }

    private void goes(
            String number,
            @Nullable String school,
            String graduatesOn,
            @Nullable String kind,
            @Nullable String evidence,
            boolean verified) {
        String path = "/organisations/" + org + "/roll/" + number;
        if (school != null) {
            university.put(path, Map.of("name", "学生" + number, "school", school, "graduatesOn", graduatesOn));
        }
        if (kind == null) {
            return;
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("kind", kind);
        body.put("since", "2027-07-01");
        body.put("region", "CN-BJ");
        body.put("evidence", evidence == null ? null : Map.of("kind", evidence, "document", "D-" + number));
        Api.Answer recorded = university.post(path + "/destinations", body);
        assertThat(recorded.status()).as(recorded.json().toString()).isEqualTo(201);
        if (verified) {
            university.post(path + "/destinations/" + recorded.text("id") + "/decisions", Map.of("decision", "VERIFY"));
        }
    }

    /** Each figure as group, measure, numerator and denominator. */
    private static List<String> figures(Api.Answer report) {
        return report.json()
                .path("items")
                .valueStream()
                .map(item -> "%s %s %s/%s"
                        .formatted(
                                item.path("group").asString("-"),
                                item.path("measure").asString(),
                                item.path("numerator").asString(),
                                item.path("denominator").asString()))
                .toList();
    }

    @Test
    void everyRateIsWhatItsDefinitionSays() {
        Api.Answer all = university.get(CLASS_OF_2027 + "ALL");

        assertThat(figures(all))
                .containsExactly(
                        "- PLACEMENT_RATE 4/7",
                        "- CAREER_OUTCOMES_RATE 4/5",
                        "- KNOWLEDGE_RATE 6/7",
                        "- VERIFIED_SHARE 1/6");
        assertThat(all.json().path("items").path(1).path("value").asDouble()).isEqualTo(0.8);
        assertThat(all.json().path("items").path(0).path("definitionZh").asString())
                .contains("升学", "实习不计入");
        assertThat(all.json().path("items").path(2).path("definitionEn").asString())
                .contains("whose outcome is known");
        assertThat(figures(university.get("/outcomes"))).contains("- PLACEMENT_RATE 4/8");
        assertThat(figures(university.get(CLASS_OF_2027 + "SCHOOL")))
                .containsExactly(
                        "informatics PLACEMENT_RATE 1/3",
                        "informatics CAREER_OUTCOMES_RATE 1/1",
                        "informatics KNOWLEDGE_RATE 2/3",
                        "informatics VERIFIED_SHARE 0/2",
                        "law PLACEMENT_RATE 3/4",
                        "law CAREER_OUTCOMES_RATE 3/4",
                        "law KNOWLEDGE_RATE 4/4",
                        "law VERIFIED_SHARE 1/4");
        assertThat(figures(university.get(CLASS_OF_2027 + "REGION")))
                .containsExactly("CN-BJ SHARE 6/6", "CN-BJ VERIFIED_SHARE 1/6");
        assertThat(figures(university.get(CLASS_OF_2027 + "KIND"))).contains("46 SHARE 1/6", "80 SHARE 1/6");
        for (Grouping grouping : Grouping.values()) {
            assertThat(university.get("/outcomes?by=" + grouping).status()).isEqualTo(200);
        }
        String table = new String(
                university
                        .download(CLASS_OF_2027 + "SCHOOL&format=CSV&language=zh")
                        .bytes(),
                UTF_8);
        assertThat(table).contains("指标", "分母", "毕业去向落实率", "实习不计入");
    }

    @Test
    void aPeriodTellsWhoIsInNoneBecauseTheirDayIsNotKnown() {
        university.put("/organisations/" + org + "/roll/10", Map.of("name", "学生10", "school", "law"));

        assertThat(figures(university.get(CLASS_OF_2027 + "ALL")))
                .contains("- PLACEMENT_RATE 4/7", "- UNDATED_SHARE 1/9");
        assertThat(figures(university.get(CLASS_OF_2027 + "ALL&school=informatics")))
                .as("one of another school")
                .noneMatch(figure -> figure.contains("UNDATED"));
        assertThat(figures(university.get("/outcomes")))
                .as("of all periods they are a part")
                .contains("- PLACEMENT_RATE 4/9")
                .noneMatch(figure -> figure.contains("UNDATED"));
    }

    /** As if all of it had been recorded earlier. */
    private void movedBack(int days) {
        transactions.within(() -> {
            jdbc.sql("set local talentpipeline.erasing = 'on'").update();
            for (String statement : List.of(
                    "update destination set at = at - :days where graduate in (select id from roll_entry where university = :org)",
                    "update destination_entry e set at = e.at - :days from destination d join roll_entry r on r.id = d.graduate"
                            + " where d.id = e.destination and r.university = :org",
                    "update roll_entry set codes_since = codes_since - :days where university = :org")) {
                jdbc.sql(statement.replace(":days", "interval '" + days + " days'"))
                        .param("org", org)
                        .update();
            }
            return days;
        });
    }

    @Test
    void aDayThatIsPastIsReportedAsItWasThen() {
        movedBack(40);
        String roll = "/organisations/" + org + "/roll/";
        String then = CLASS_OF_2027 + "SCHOOL&asOf=" + Placing.today().minusDays(30);
        List<String> before = figures(university.get(then));
        assertThat(before).isEqualTo(figures(university.get(CLASS_OF_2027 + "SCHOOL")));

        // when one is voided, one recorded, one moved, one taken off, one added, and one erased
        String of2 = university
                .get(roll + "2/destinations")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        university.post(
                roll + "2/destinations/" + of2 + "/decisions", Map.of("decision", "VOID", "reason", "wrong-person"));
        goes("8", null, "2028-06-30", "11", "LABOUR_CONTRACT", true);
        university.put(roll + "4", Map.of("name", "学生4", "school", "informatics", "graduatesOn", "2027-06-30"));
        assertThat(university.delete(roll + "6").status()).isEqualTo(204);
        university.put(roll + "9", Map.of("name", "学生9", "school", "law", "graduatesOn", "2027-06-30"));
        assertThat(university.delete("/people/1/personal-data").status()).isEqualTo(202);

        // then now is another, and then is the same
        assertThat(figures(university.get(CLASS_OF_2027 + "SCHOOL")))
                .contains("law PLACEMENT_RATE 2/4", "informatics PLACEMENT_RATE 1/3", "law KNOWLEDGE_RATE 2/4");
        assertThat(figures(university.get(then))).isEqualTo(before);
        assertThat(university
                        .get(then)
                        .json()
                        .path("items")
                        .path(0)
                        .path("asOf")
                        .asString())
                .isEqualTo(Placing.today().minusDays(30).toString());
        assertThat(figures(university.get(CLASS_OF_2027 + "SCHOOL&asOf=" + Placing.today())))
                .isEqualTo(figures(university.get(CLASS_OF_2027 + "SCHOOL")));
        assertThat(figures(university.get(
                        CLASS_OF_2027 + "SCHOOL&asOf=" + Placing.today().minusDays(50))))
                .isEmpty();
        assertThat(university
                        .get("/outcomes?asOf=" + Placing.today().plusDays(1))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void noSmallGroupRevealsWhoWasErased() {
        List<String> people = new ArrayList<>();
        for (int i = 21; i <= 25; i++) {
            String number = Integer.toString(i);
            people.add(university
                    .put(
                            "/programmes/%s/students/%s".formatted(market.programme(), number),
                            Bodies.with(Bodies.with(Bodies.student(), "school", "law"), "graduatesOn", "2027-06-30"))
                    .text("person"));
            String code = i < 25 ? "91000000MADEM00037" : "92000000MADEM00034";
            Api.Answer recorded = university.post(
                    "/organisations/" + org + "/roll/" + number + "/destinations",
                    Map.of(
                            "kind",
                            "11",
                            "since",
                            "2027-07-01",
                            "organisation",
                            "Employer of " + number,
                            "creditCode",
                            code,
                            "evidence",
                            Map.of("kind", "LABOUR_CONTRACT", "document", "D-" + number)));
            assertThat(recorded.status()).as(recorded.json().toString()).isEqualTo(201);
        }
        assertThat(figures(university.get(CLASS_OF_2027 + "COMPANY")))
                .as("by the code, whatever the name")
                .contains("91000000MADEM00037 SHARE 4/11", "92000000MADEM00034 SHARE 1/11", "- SHARE 6/11");

        for (String person : List.of(people.getFirst(), people.getLast())) {
            assertThat(university
                            .delete("/people/%s/personal-data".formatted(person))
                            .status())
                    .isEqualTo(202);
        }

        assertThat(figures(university.get(CLASS_OF_2027 + "COMPANY")))
                .contains("91000000MADEM00037 SHARE 4/11", "- SHARE 7/11")
                .noneMatch(figure -> figure.startsWith("92"));
        assertThat(jdbc.sql("select credit_code from destination d join roll_entry r on r.id = d.graduate"
                                + " where r.university = ? and r.name = 'erased' order by credit_code nulls last")
                        .param(org)
                        .query((row, number) -> String.valueOf(row.getString(1)))
                        .list())
                .as("what only they had is gone from the table too")
                .containsExactly("91000000MADEM00037", "null");
        assertThat(figures(university.get(CLASS_OF_2027 + "MAJOR")))
                .as("three and more are told apart")
                .anyMatch(figure -> figure.startsWith("Computer science "));
    }

    @Test
    void whoWasErasedIsCountedStill() {
        List<String> before = figures(university.get(CLASS_OF_2027 + "SCHOOL"));

        assertThat(university.delete("/people/1/personal-data").status()).isEqualTo(202);

        assertThat(university.get("/organisations/" + org + "/roll/1").status()).isEqualTo(404);
        assertThat(figures(university.get(CLASS_OF_2027 + "SCHOOL"))).isEqualTo(before);
    }

    @Test
    void aUniversitySeesItsOwnASchoolItsPartAndOperationsAll() {
        String ofThem = CLASS_OF_2027 + "SCHOOL&university=" + org;
        Api law = participants.school(org, "law");

        assertThat(figures(law.get(CLASS_OF_2027 + "ALL"))).contains("- PLACEMENT_RATE 3/4");
        assertThat(law.get(CLASS_OF_2027 + "ALL&school=informatics").status()).isEqualTo(403);
        assertThat(figures(participants.operations().get(ofThem))).isEqualTo(figures(university.get(ofThem)));
        assertThat(participants.university("another").get(ofThem).status()).isEqualTo(403);
        assertThat(participants.company("acme-ai").get(ofThem).status()).isEqualTo(403);
        assertThat(participants
                        .student(org, UUID.randomUUID().toString())
                        .get("/outcomes")
                        .status())
                .isEqualTo(403);
        assertThat(university.get("/outcomes?by=HAIR").status()).isEqualTo(400);
    }
}
