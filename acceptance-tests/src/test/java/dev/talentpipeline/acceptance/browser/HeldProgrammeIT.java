package dev.talentpipeline.acceptance.browser;

import static dev.talentpipeline.acceptance.Season.expect;
import static dev.talentpipeline.acceptance.browser.OperationsDeskIT.setsTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.acceptance.Turn;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What operations does to a programme that others are at work in: nobody else walks through it meanwhile, so that this is done before they come. */
@Order(Turn.FIRST)
@InChromium
@ResourceLock(ShownSeason.PROGRAMME)
class HeldProgrammeIT {

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
            operator.seesAllOf("programme-held");
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
            operator.seesAllOf("programme-rules");
            operator.chooses("responseWindow", after);
            operator.presses("main form.fields .form-actions .btn-primary");
            operator.sees("programme-rules-tried");
            assertThat(operator.find(".rule-changes dt").count()).isOne();
            assertThat(rule()).isEqualTo(before);
            operator.presses("main form.form-actions .btn-primary");
            assertThat(rule()).isEqualTo(after);
        }
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
