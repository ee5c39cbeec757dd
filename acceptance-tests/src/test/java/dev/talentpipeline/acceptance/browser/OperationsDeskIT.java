package dev.talentpipeline.acceptance.browser;

import static dev.talentpipeline.acceptance.Season.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.acceptance.RunningStack;
import dev.talentpipeline.acceptance.Season;
import dev.talentpipeline.acceptance.Turn;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

@Order(Turn.LONG_FROM_THE_END)
@InChromium
@ResourceLock(value = ShownSeason.PROGRAMME, mode = ResourceAccessMode.READ)
class OperationsDeskIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What an account was given, shown once to whoever asked for it. */
    private static final String LINK = ".detail code";

    private final ShownSeason season = ShownSeason.shared();

    @ParameterizedTest
    @EnumSource(names = "CHINESE_AT_A_DESK")
    void theCatalogueIsSearchedAndTakesANewWord(Look look) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        String id = "prompt-engineering-" + number;
        try (Visitor operator = Chromium.visitor(look).onBothScreens()) {
            operator.signsIn(season.operationsUser());
            operator.opens("/operations/catalogue");
            operator.sees("operations-catalogue");
            operator.chooses("kindToAdd", "skills");
            operator.fills(Map.of("id", id, "zh", "提示工程 " + number, "en", "Prompt engineering " + number));
            operator.presses("form.fields .btn-primary");
            operator.find("#kind").selectOption("skills");
            operator.find("#sought").fill(id);
            operator.find("#terms tbody tr:only-child").waitFor();
            assertThat(operator.find("#terms tbody").innerText()).contains(id);
            operator.sees("operations-catalogue-found");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "CHINESE_AT_A_DESK")
    void aServiceLevelThatLeavesNoRoomIsRefusedAndOneThatDoesIsSet(Look look) {
        try (Visitor operator = Chromium.visitor(look)) {
            operator.signsIn(season.operationsUser());
            operator.opens("/operations/service-levels/notice-latency");
            operator.fills(Map.of("within", "45", "objective", "100"));
            operator.presses("form.fields .btn-primary");
            assertThat(operator.find("[name=objective].is-invalid").inputValue())
                    .isEqualTo("100");
            assertThat(operator.find("[name=within]").inputValue()).isEqualTo("45");
            operator.sees("operations-service-level-refused");
            operator.fills(Map.of("objective", "98.5"));
            operator.presses("form.fields .btn-primary");
            assertThat(operator.find("[name=objective]").inputValue()).isEqualTo("98.5");
            assertThat(operator.find("[name=within]").inputValue()).isEqualTo("45");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CHINESE_AT_A_DESK", "ENGLISH_AT_A_DESK"})
    void everyPlaceOfTheMenuIsAsItShouldBe(Look look) {
        try (Visitor operator = Chromium.visitor(look).onBothScreens()) {
            operator.signsIn(season.operationsUser());
            operator.seesEveryPlaceOfTheMenu(
                    season.programme(), "/operations", "/operations/catalogue", "/operations/dead-letters");
            for (String place : new String[] {
                "/programmes/new",
                "/accounts",
                "/account",
                "/operations/expectations/offer-not-told",
                "/operations/service-levels/offer-latency",
                "/operations/looks",
                "/swagger-ui.html"
            }) {
                operator.opens(place);
                operator.sees(place.substring(1).replaceAll("\\W", "-"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "CHINESE_AT_A_DESK")
    void anOfferThatNobodyHasAnsweredIsRecalledAndTheProgrammePaused(Look look) {
        Season recalled = Season.open(RunningStack.shared().client(), Map.of("clearingInterval", "PT0.2S"));
        recalled.postInternship("R-1", Map.of());
        recalled.postStudent("R" + UUID.randomUUID().toString().substring(0, 8), Map.of());
        JsonNode offer = await().atMost(PATIENCE)
                .until(() -> recalled.offers("state=EXTENDED"), offers -> !offers.isEmpty())
                .getFirst();
        try (Visitor operator = Chromium.visitor(look).onBothScreens()) {
            operator.signsIn(season.operationsUser());
            operator.opens("/programmes/%s/clearings/%s/recall"
                    .formatted(recalled.programme(), offer.get("clearing").asString()));
            operator.sees("programme-recall");
            operator.pressesAndConfirms("button[data-opens=recall]");
            await().atMost(PATIENCE)
                    .until(() -> recalled.offers("state=RESCINDED").size() == 1);
            operator.opens("/programmes/" + recalled.programme());
            operator.pressesAndConfirms(setsTo("PAUSED"));
            assertThat(expect(recalled.operations().get(recalled.path("")))
                            .get("state")
                            .asString())
                    .isEqualTo("PAUSED");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "CHINESE_AT_A_DESK")
    void whoeverIsInvitedOrForgetsTheirPasswordComesInByALink(Look look) {
        try (Visitor operator = Chromium.visitor(look).onBothScreens();
                Visitor guest = Chromium.visitor(look).onBothScreens()) {
            operator.signsIn(season.operationsUser());
            operator.opens("/accounts");
            operator.fills(Map.of("email", "new@example.org", "org", "no such organisation"));
            operator.presses("form[action$='/invitations'] .btn-primary");
            assertThat(operator.find("#invite-org.is-invalid").inputValue()).isEqualTo("no such organisation");
            operator.sees("accounts-refused");
            // The answer to a form is read in the other language where the page is.
            operator.presses("a.language");
            assertThat(operator.page().url()).contains("/accounts?lang=");
            operator.presses("a.language");
            operator.fills(Map.of(
                    "email",
                    "new-" + UUID.randomUUID() + "@example.org",
                    "org",
                    season.universityUser().org()));
            operator.presses("form[action$='/invitations'] .btn-primary");
            guest.opens(operator.find(LINK).innerText());
            guest.sees("invitation");
            operator.presses("form[action$='/password-reset'] button");
            guest.opens(operator.find(LINK).innerText());
            guest.sees("password-reset");
        }
    }

    @InLooks
    void whatCouldNotBeProcessedIsLookedAtSentAgainAndFollowed(Look look) {
        String mark = UUID.randomUUID().toString();
        Poison.onNotices(mark);
        String letters = "/api/v1/dead-letters/letters?topic=notices&group=internship-service&standing=OPEN";
        await().atMost(PATIENCE)
                .until(() -> expect(season.operations().get(letters))
                        .get("items")
                        .valueStream()
                        .anyMatch(letter -> letter.get("eventId").asString("").equals(mark)));
        try (Visitor operator = Chromium.visitor(look)) {
            operator.signsIn(season.operationsUser());
            operator.opens("/operations/dead-letters/letters?topic=notices&group=internship-service&standing=OPEN");
            operator.sees("dead-letters-one-by-one");
            operator.find("input[name=ids]").first().check();
            operator.presses("button[value=chosen]");
            operator.sees("redrive-plan");
            operator.fills(Map.of(
                    "perMinute",
                    "6000",
                    "why",
                    look.language().startsWith("zh") ? "读取方已支持该结构。" : "The reader knows the schema now."));
            operator.presses("form[action$='/redrives'] .btn-primary");
            String redrive = operator.page().url().replaceAll(".*/", "");
            await().atMost(PATIENCE)
                    .until(() -> expect(season.operations().get("/api/v1/dead-letters/redrives/" + redrive))
                            .get("state")
                            .asString()
                            .equals("DONE"));
            operator.opens("/operations/dead-letters/redrives/" + redrive);
            operator.sees("redrive");
            operator.opens("/operations/dead-letters");
            operator.sees("operations-dead-letters");

            // What something went through is found by its id.
            String offer = season.offerToDraft();
            operator.opens("/operations/journeys");
            operator.page().fill("#q", offer);
            operator.presses("main form.filters .btn-primary");
            operator.sees("operations-journeys-found");
            operator.opens("/operations/journeys/" + offer);
            assertThat(operator.find("main").innerText()).contains("offers");
            operator.sees("operations-journey");
        }
    }

    static String setsTo(String state) {
        return "form:has(input[name=state][value=%s]) button[data-opens]".formatted(state);
    }
}
