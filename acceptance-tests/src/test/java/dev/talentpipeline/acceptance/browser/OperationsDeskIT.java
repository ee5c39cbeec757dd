package dev.talentpipeline.acceptance.browser;

import static dev.talentpipeline.acceptance.Season.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@InChromium
@ResourceLock(ShownSeason.PROGRAMME)
class OperationsDeskIT {

    private final ShownSeason season = ShownSeason.shared();

    @InLooks
    void aProgrammeIsHeldAndGoesOn(Look look) {
        try (Visitor operator = Chromium.visitor(look)) {
            operator.signsIn(season.operationsUser());
            operator.opens("/operations");
            operator.sees("operations-programmes");
            operator.opens("/programmes/" + season.programme());
            operator.sees("programme");
            operator.pressesAndConfirms(setsTo("HELD"));
            assertThat(state()).isEqualTo("HELD");
            operator.sees("programme-held");
            operator.pressesAndConfirms(setsTo("RUNNING"));
            assertThat(state()).isEqualTo("RUNNING");
        }
    }

    @InLooks
    void aRuleIsTriedBeforeItHolds(Look look) {
        String before = rule();
        String after = before.equals("P7D") ? "P5D" : "P7D";
        try (Visitor operator = Chromium.visitor(look)) {
            operator.signsIn(season.operationsUser());
            operator.opens("/programmes/%s/rules".formatted(season.programme()));
            operator.sees("programme-rules");
            operator.chooses("responseWindow", after);
            operator.presses("main form.fields .form-actions .btn-primary");
            operator.sees("programme-rules-tried");
            assertThat(rule()).isEqualTo(before);
            operator.presses("main form.form-actions .btn-primary");
            assertThat(rule()).isEqualTo(after);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "CHINESE_AT_A_DESK")
    void theCatalogueIsSearchedAndTakesANewWord(Look look) {
        String id = "walk-" + UUID.randomUUID().toString().substring(0, 8);
        try (Visitor operator = Chromium.visitor(look)) {
            operator.signsIn(season.operationsUser());
            operator.opens("/operations/catalogue");
            operator.sees("operations-catalogue");
            operator.chooses("kindToAdd", "skills");
            operator.fills(Map.of("id", id, "zh", "提示工程 " + id, "en", "Prompt engineering " + id));
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
    void everyPlaceOfTheMenuIsAsItShouldBe(Look look) {
        try (Visitor operator = Chromium.visitor(look)) {
            operator.signsIn(season.operationsUser());
            operator.seesEveryPlaceOfTheMenu(season.programme());
            for (String place : new String[] {"/programmes/new", "/accounts", "/account", "/swagger-ui.html"}) {
                operator.opens(place);
                operator.sees(place.substring(1).replaceAll("\\W", "-"));
            }
        }
    }

    private static String setsTo(String state) {
        return "form:has(input[name=state][value=%s]) button[data-opens]".formatted(state);
    }

    private String state() {
        return expect(season.operations().get(season.path(""))).get("state").asString();
    }

    private String rule() {
        return expect(season.operations().get(season.path("")))
                .get("responseWindow")
                .asString();
    }
}
