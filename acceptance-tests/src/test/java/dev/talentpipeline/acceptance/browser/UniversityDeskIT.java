package dev.talentpipeline.acceptance.browser;

import static dev.talentpipeline.acceptance.Season.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import dev.talentpipeline.acceptance.RunningStack;
import dev.talentpipeline.acceptance.Season;
import dev.talentpipeline.acceptance.Turn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

@Order(Turn.LONG)
@InChromium
@ResourceLock(value = ShownSeason.PROGRAMME, mode = ResourceAccessMode.READ)
class UniversityDeskIT {

    private static final String COMMIT = "form[action$='/commit'] button";
    private static final String READ_AGAIN = "form[action$='/readings'] .form-actions button";

    private final ShownSeason season = ShownSeason.shared();

    @InLooks
    void aCohortIsBroughtInLookedAtAndEndorsed(Look look) {
        try (Visitor counsellor = Chromium.visitor(look)) {
            counsellor.signsIn(season.universityUser());
            counsellor.opens(page("/university"));
            counsellor.sees("university-day");

            // A file with a fault is shown with it and cannot be entered; the mended one can.
            String number = "2027" + UUID.randomUUID().toString().substring(0, 8);
            counsellor.opens(page("/university/imports"));
            upload(counsellor, number, "2027-13-01");
            counsellor.find(".row-fault").waitFor();
            assertThat(counsellor.find(COMMIT).count()).isZero();
            counsellor.seesAllOf("university-import-fault");
            counsellor.opens(page("/university/imports"));
            upload(counsellor, number, "2027-01-01");
            counsellor.find(COMMIT).waitFor();
            counsellor.sees("university-import-preview");

            // What its columns were taken for is set right: two of the same are refused, and the file stays as it was
            // read.
            counsellor.chooses("columns.8", "name");
            counsellor.presses(READ_AGAIN);
            counsellor.find("#column-8[aria-invalid=true]").waitFor();
            counsellor.seesAllOf("university-import-correction-refused");
            counsellor.chooses("columns.8", "researchTopics");
            counsellor.find("form[action$='/readings'] input[name=remember]").uncheck();
            counsellor.presses(READ_AGAIN);
            counsellor.find(COMMIT).waitFor();
            assertThat(counsellor.find("#column-8").inputValue()).isEqualTo("researchTopics");
            counsellor.seesAllOf("university-import-corrected");
            counsellor.presses(COMMIT);
            counsellor.find("#import-state .state.good").waitFor();
            counsellor.sees("university-import-done");
            JsonNode entered = expect(season.university().get(season.path("/students/" + number)));
            assertThat(entered.get("name").asString()).isEqualTo("吴安然");
            assertThat(entered.at("/researchTopics/0").asString()).isEqualTo("大模型推理");

            // Who waits for the university's word gets it, all of one page or one by one.
            counsellor.opens(page("/university/endorsements"));
            counsellor.sees("university-endorsements");
            Locator waiting = counsellor.find("input[name=offer]").first();
            String offer = waiting.getAttribute("value");
            waiting.check();
            counsellor.presses("button[name=decision][value=ENDORSE]");
            counsellor.find("main .state.good").first().waitFor();
            counsellor.sees("university-endorsed");
            JsonNode endorsed = season.offer(offer);
            assertThat(endorsed.get("state").asString()).isEqualTo("CONFIRMED");

            counsellor.opens(
                    page("/university/students/" + endorsed.get("student").asString()));
            counsellor.seesAllOf("university-student");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CHINESE_AT_A_DESK", "ENGLISH_AT_A_DESK"})
    void everyPlaceOfTheMenuIsAsItShouldBe(Look look) {
        try (Visitor counsellor = Chromium.visitor(look).onBothScreens()) {
            counsellor.signsIn(season.universityUser());
            counsellor.seesEveryPlaceOfTheMenu(
                    season.programme(), "/university", "/university/students", "/university/endorsements");
            counsellor.opens("/university/inbox/mails");
            counsellor.sees("university-mails");
            counsellor.opens("/university/webhooks");
            counsellor.sees("university-webhooks");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "CHINESE_AT_A_DESK")
    void anOpeningIsApprovedAndAnAgreementIsDrafted(Look look) {
        String approving =
                "/programmes/joint-topics-2027-" + UUID.randomUUID().toString().substring(0, 8);
        expect(season.university()
                .put("/api/v1" + approving, Map.of("name", "校企联合课题 · Joint topics", "openingApproval", "UNIVERSITY")));
        String opening = "/api/v1%s/internships/J-1".formatted(approving);
        expect(season.company()
                .put(opening, Season.internship("J-1", Map.of("title", "多模态检索 · Multimodal retrieval"))));
        try (Visitor counsellor = Chromium.visitor(look).onBothScreens()) {
            counsellor.signsIn(season.universityUser());
            counsellor.opens("/university/openings?programme=" + approving.substring("/programmes/".length()));
            counsellor.sees("university-openings");
            counsellor.presses("button[name=decision][value=APPROVE]");
            assertThat(expect(season.company().get(opening)).get("state").asString())
                    .isEqualTo("OPEN");

            counsellor.opens("/university/roll/" + season.graduate());
            counsellor.sees("university-roll-entry");
            counsellor.opens("/university/destinations/" + season.graduate());
            counsellor.sees("university-destination");
            counsellor.opens("/university/meetings/" + season.meeting());
            counsellor.sees("university-meeting");
            counsellor.opens("/university/placements/" + season.placementUnderWay());
            counsellor.sees("university-placement");
            counsellor.opens("/programmes/%s/copy".formatted(season.programme()));
            counsellor.sees("programme-copy");

            counsellor.opens(page("/university/placements/agreements"));
            counsellor.sees("university-agreements");
            String number = "2027-" + season.offerToDraft().substring(0, 6);
            counsellor.opens("/university/placements/agreements/" + season.offerToDraft());
            counsellor.fills(Map.of(
                    "number", number,
                    "insurance.insurer", "示例保险",
                    "insurance.policyNumber", "P-17",
                    "mentor", "高敏",
                    "supervisor", "周宁"));
            counsellor.sees("university-agreement");
            counsellor.presses("main form.fields .btn-primary");
            assertThat(expect(season.university().get("/api/v1/offers/" + season.offerToDraft() + "/agreement"))
                            .get("number")
                            .asString())
                    .isEqualTo(number);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "CHINESE_AT_A_DESK")
    void theNumbersThatASchoolSeesLeadToAsManyOfItsOwnStudents(Look look) {
        Season own = Season.open(RunningStack.shared().client(), Map.of());
        for (String school : List.of("informatics", "electronics")) {
            for (boolean consent : List.of(true, false)) {
                String number = "2027" + UUID.randomUUID().toString().substring(0, 8);
                expect(season.university()
                        .put(
                                own.path("/students/" + number),
                                Season.student(number, Map.of("school", school, "consent", consent))));
            }
        }
        String name = "electronics-" + UUID.randomUUID().toString().substring(0, 8);
        String invitation = expect(season.operations()
                        .post(
                                "/api/v1/accounts/invitations",
                                Map.of(
                                        "email",
                                        name + "@example.org",
                                        "role",
                                        "UNIVERSITY",
                                        "org",
                                        season.universityUser().org(),
                                        "administrator",
                                        true,
                                        "school",
                                        "electronics")))
                .get("link")
                .asString();
        try (Visitor ofTheSchool = Chromium.visitor(look)) {
            ofTheSchool.opens(invitation);
            ofTheSchool.fills(Map.of("displayName", "电子学院", "name", name, "password", UUID.randomUUID() + "-Aa"));
            ofTheSchool.presses("main form .btn-primary");
            for (String standing : List.of("IN_MARKET", "OUT_OF_MARKET")) {
                String number = ".metric:has(a[href$='standing=%s'])".formatted(standing);
                ofTheSchool.opens("/university?programme=" + own.programme());
                assertThat(ofTheSchool.find(number + " .metric-value").innerText())
                        .isEqualTo("1");
                ofTheSchool.presses(number + " a");
                assertThat(ofTheSchool.find("#result tbody tr").count())
                        .as(standing)
                        .isOne();
            }
        }
    }

    private String page(String path) {
        return path + "?programme=" + season.programme();
    }

    private static void upload(Visitor counsellor, String number, String availableFrom) {
        String file = """
                学号,姓名,邮箱,学历,专业,可实习开始日期,可实习结束日期,毕业设计
                %s,吴安然,wu.anran@students.example.org,硕士,计算机科学与技术,%s,2027-12-31,大模型推理
                """.formatted(number, availableFrom);
        counsellor
                .page()
                .setInputFiles(
                        "#file", new FilePayload("cohort.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        counsellor.presses("form[enctype] .btn-primary");
    }
}
