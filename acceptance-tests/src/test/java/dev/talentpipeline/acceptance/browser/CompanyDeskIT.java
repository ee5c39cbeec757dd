package dev.talentpipeline.acceptance.browser;

import static dev.talentpipeline.acceptance.Season.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.talentpipeline.acceptance.Turn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
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
class CompanyDeskIT {

    private final ShownSeason season = ShownSeason.shared();

    @InLooks
    void anOpeningIsPostedCandidatesAreSeenAndAnOfferIsApproved(Look look) {
        try (Visitor recruiter = Chromium.visitor(look)) {
            recruiter.signsIn(season.companyUser());
            recruiter.opens("/company?programme=" + season.programme());
            recruiter.sees("company-day");

            // What the law forbids is refused with what was typed still there.
            String reference = "W-" + UUID.randomUUID().toString().substring(0, 6);
            recruiter.presses(".page-actions .btn-primary");
            recruiter.fills(Map.of(
                    "internship", reference,
                    "title", "大模型推理加速 · Faster inference of language models",
                    "description", "男性优先。与导师一起做推理引擎的性能分析与优化。",
                    "startsOn", ShownSeason.TODAY.plusMonths(4).toString(),
                    "weeks", "16",
                    "daysPerWeek", "4",
                    "seats", "2",
                    "stipend", "6000"));
            recruiter.chooses("region", "CN-BJ");
            recruiter.chooses("minimumDegree", "BACHELOR");
            picks(recruiter, "occupation", "ai", "ai-engineer");
            picks(recruiter, "requiredSkills", "python", "python");
            // How many students there are for it is counted while it is typed.
            recruiter.find("#draft-costs .big-number").waitFor();
            recruiter.seesAllOf("company-opening-form");
            recruiter.presses("main form.fields .form-actions .btn-primary");
            recruiter.find("#description[aria-invalid=true]").waitFor();
            assertThat(recruiter.find("#internship").inputValue()).isEqualTo(reference);
            recruiter.seesAllOf("company-opening-refused");
            recruiter.fills(Map.of("description", "与导师一起做推理引擎的性能分析与优化，成果可写进论文。"));
            recruiter.presses("main form.fields .form-actions .btn-primary");
            JsonNode posted = opening(reference);
            assertThat(recruiter.page().url()).endsWith(posted.get("id").asString());
            assertThat(posted.at("/requiredSkills/0/id").asString()).isEqualTo("python");
            recruiter.sees("company-opening");

            // Who could take a place, with reasons; the company's own order comes first.
            JsonNode offer = season.companyOffers("AWAITING_APPROVAL").getFirst();
            String opening = offer.get("internship").asString();
            recruiter.opens("/company/openings/%s/%s/candidates".formatted(season.programme(), opening));
            recruiter.seesAllOf("company-candidates");
            recruiter.presses("button[name=act][value=add]");
            assertThat(recruiter.find(".candidate .state.good").count()).isPositive();
            recruiter.sees("company-ranked");

            recruiter.opens("/company/offers?programme=" + season.programme());
            recruiter.sees("company-offers");
            recruiter.opens("/company/offers/" + offer.get("id").asString());
            recruiter.seesAllOf("company-offer");
            recruiter.presses("button[name=decision][value=APPROVE]");
            recruiter.seesAllOf("company-offer-approved");
            assertThat(season.offer(offer.get("id").asString()).get("state").asString())
                    .isEqualTo("EXTENDED");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CHINESE_AT_A_DESK", "ENGLISH_AT_A_DESK"})
    void everyPlaceOfTheMenuIsAsItShouldBe(Look look) {
        try (Visitor recruiter = Chromium.visitor(look).onBothScreens()) {
            recruiter.signsIn(season.companyUser());
            recruiter.seesEveryPlaceOfTheMenu(season.programme(), "/company", "/company/offers");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "CHINESE_AT_A_DESK")
    void openingsAreBroughtInByAFile(Look look) {
        String reference = "F-" + UUID.randomUUID().toString().substring(0, 6);
        String file = """
                岗位编号,岗位名称,职业,工作地区,开始日期,周数,名额
                %s,边缘推理优化 · Inference at the edge,ai-engineer,CN-BJ,%s,16,2
                """.formatted(reference, ShownSeason.TODAY.plusMonths(5));
        try (Visitor recruiter = Chromium.visitor(look).onBothScreens()) {
            recruiter.signsIn(season.companyUser());
            recruiter.opens("/company/imports?programme=" + season.programme());
            recruiter
                    .page()
                    .setInputFiles(
                            "#file",
                            new FilePayload("openings.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
            recruiter.presses("form[enctype] .btn-primary");
            recruiter.find("form[action$='/commit'] button").waitFor();
            recruiter.sees("company-import-preview");
            recruiter.presses("form[action$='/commit'] button");
            recruiter.find("#import-state .state.good").waitFor();
            assertThat(opening(reference).get("seats").asInt()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "CHINESE_AT_A_DESK")
    void candidatesArePutInOrderByKeyboardAndByDraggingAndOneIsInvited(Look look) {
        try (Visitor recruiter = Chromium.visitor(look).onBothScreens()) {
            recruiter.signsIn(season.companyUser());
            String opening = season.companyOffers("EXTENDED").stream()
                    .map(offer -> offer.get("internship").asString())
                    .filter(this::hasACandidateToAdd)
                    .findFirst()
                    .orElseThrow();
            String page = "/company/openings/%s/%s".formatted(season.programme(), opening);
            recruiter.opens(page + "/change");
            recruiter.sees("company-opening-change");
            recruiter.opens(page + "/candidates");
            while (wanted(opening).size() < 2) {
                recruiter.presses("button[name=act][value=add]");
            }
            recruiter.page().evaluate("() => { window.isStillThere = true; }");

            List<String> order = wanted(opening);
            recruiter.find(".wanted button[name=down]").first().press("Enter");
            List<String> byKeyboard = new ArrayList<>(order);
            Collections.swap(byKeyboard, 0, 1);
            recruiter.page().waitForCondition(() -> wanted(opening).equals(byKeyboard));
            recruiter
                    .find(".wanted li:first-child input[value='%s']".formatted(order.get(1)))
                    .waitFor(attached());

            // Whoever gives up dragging has changed nothing.
            dragsTheFirstBelowTheSecond(recruiter);
            assertThat(firstShown(recruiter)).isEqualTo(order.getFirst());
            recruiter.page().keyboard().press("Escape");
            recruiter.page().mouse().up();
            assertThat(firstShown(recruiter)).isEqualTo(byKeyboard.getFirst());
            assertThat(wanted(opening)).isEqualTo(byKeyboard);
            dragsTheFirstBelowTheSecond(recruiter);
            recruiter.page().mouse().up();
            recruiter.page().waitForCondition(() -> wanted(opening).equals(order));
            assertThat(recruiter.page().evaluate("() => window.isStillThere === true"))
                    .isEqualTo(true);

            recruiter.presses(".candidate .actions a[href*='/invitations/']");
            recruiter.sees("company-invitation");
            recruiter.fills(Map.of("message", "想听听你的毕业设计。"));
            recruiter.presses("main form.fields .btn-primary");
            assertThat(recruiter.find(".alert-success").count()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "CHINESE_AT_A_DESK")
    void aTimeIsProposedAndACandidateIsVetoed(Look look) {
        try (Visitor recruiter = Chromium.visitor(look).onBothScreens()) {
            recruiter.signsIn(season.companyUser());
            recruiter.opens("/company/meetings/" + season.meeting());
            recruiter.sees("company-meeting");
            recruiter.find("details:has(#propose-link) summary").click();
            recruiter.find("#propose-link").fill("https://meet.example.org/gulan");
            recruiter.find("#propose-startsAt").fill(ShownSeason.TODAY.minusDays(1) + "T09:00");
            recruiter.presses("form[action$='/interviews'] .btn-primary");
            assertThat(recruiter.find("#propose-startsAt[aria-invalid=true]").inputValue())
                    .startsWith(ShownSeason.TODAY.minusDays(1).toString());
            recruiter.find("#propose-startsAt").fill(ShownSeason.TODAY.plusDays(8) + "T09:00");
            recruiter.presses("form[action$='/interviews'] .btn-primary");
            assertThat(expect(season.company().get("/api/v1/meetings/" + season.meeting()))
                            .get("interviews"))
                    .hasSize(2);

            String vetoed = season.companyOffers("AWAITING_APPROVAL")
                    .getLast()
                    .get("id")
                    .asString();
            recruiter.opens("/company/offers/" + vetoed);
            recruiter.find("#reason").selectOption(new SelectOption().setIndex(1));
            recruiter.presses("form:has(input[name=decision][value=VETO]) button");
            assertThat(season.offer(vetoed).get("state").asString()).isEqualTo("VETOED");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "CHINESE_AT_A_DESK")
    void anInternshipBeginsEndsAndLeadsToAJob(Look look) {
        String today = ShownSeason.TODAY.toString();
        String placement = season.placementToBegin();
        try (Visitor recruiter = Chromium.visitor(look).onBothScreens();
                Visitor student = Chromium.visitor(Look.ENGLISH_ON_A_PHONE).onBothScreens()) {
            recruiter.signsIn(season.companyUser());
            recruiter.opens("/company/placements/" + placement);
            recruiter.find("#started-on").fill(today);
            recruiter.presses("form:has(#started-on) .btn-primary");
            student.opens(
                    season.linkOf(season.placement(placement).get("student").asString()));
            student.presses("button[name=event][value=CONFIRMED]");

            recruiter.opens("/company/placements/" + placement);
            recruiter.find("details:has(#job-on) summary").click();
            recruiter.find("#job-on").fill(today);
            recruiter.find("#job-title").fill("推理引擎工程师 · Inference engineer");
            recruiter.find("#job-startsOn").fill(ShownSeason.TODAY.plusMonths(6).toString());
            recruiter.sees("company-placement");
            recruiter.presses("form:has(#job-on) .btn-primary");
            recruiter.find("#completed-on").fill(today);
            recruiter.find("#completed-early").check();
            recruiter.presses("form:has(#completed-on) .btn-primary");

            student.opens("/student");
            student.sees("student-job");
            student.presses("button[name=event][value=CONFIRMED]");
            assertThat(season.placement(placement).get("state").asString()).isEqualTo("COMPLETED");
            student.pressesAndConfirms("button[name=event][value=JOB_ACCEPTED][data-opens]");
            assertThat(season.placement(placement).at("/job/acceptedAt").isString())
                    .isTrue();
        }
    }

    /** Some openings ask for so much that one student alone may have them. */
    private boolean hasACandidateToAdd(String opening) {
        String candidates = season.path("/internships/%s/candidates?limit=2".formatted(opening));
        return expect(season.company().get(candidates)).get("items").size() == 2;
    }

    private static void dragsTheFirstBelowTheSecond(Visitor recruiter) {
        BoundingBox second = recruiter.find(".wanted li").nth(1).boundingBox();
        Mouse mouse = recruiter.page().mouse();
        recruiter.find(".wanted li .wanted-rank").first().hover();
        mouse.down();
        double below = second.y + second.height - 3;
        mouse.move(second.x + 20, below - 1);
        mouse.move(second.x + 20, below);
    }

    private static String firstShown(Visitor recruiter) {
        return recruiter.find(".wanted li:first-child input[name=order]").inputValue();
    }

    private List<String> wanted(String opening) {
        List<String> wanted = new ArrayList<>();
        opening(opening).get("preferences").forEach(student -> wanted.add(student.asString()));
        return wanted;
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private static void picks(Visitor recruiter, String field, String typed, String term) {
        recruiter.find("#" + field).fill(typed);
        recruiter
                .find("#%s-found .found-choice[value='%s:%s']".formatted(field, field, term))
                .click();
        recruiter
                .find(".picked input[type=hidden][name='%s'][value='%s']".formatted(field, term))
                .waitFor(attached());
    }

    private JsonNode opening(String reference) {
        return expect(season.company().get(season.path("/internships/" + reference)));
    }
}
