package dev.talentpipeline.acceptance.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prometheus' own tool takes the rules for rules, and each alert comes when it should. */
@WithPrometheus
class AlertRulesTest {

    @Test
    void prometheusTakesItsConfigurationAndTheRules() {
        Path configuration = Checkout.PROMETHEUS.resolve("prometheus.yml");

        assertThat(promtool(List.of("check", "config", configuration.toString())))
                .satisfies(AlertRulesTest::succeeded);
    }

    @Test
    void everyAlertComesWhenItsTestsSaySoAndNotOtherwise() {
        assertThat(Checkout.files(Checkout.RULE_TESTS, ".test.yml"))
                .hasSameSizeAs(Checkout.files(Checkout.RULES, ".yml"))
                .allSatisfy(file -> assertThat(promtool(List.of("test", "rules", file.toString())))
                        .satisfies(AlertRulesTest::succeeded));
    }

    private static Programs.Said promtool(List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Programs.find("promtool").map(Path::toString).orElseThrow());
        command.addAll(words);
        return Programs.run(command, "");
    }

    private static void succeeded(Programs.Said said) {
        assertThat(said.status()).as(said.text()).isZero();
    }
}
