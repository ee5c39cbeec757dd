package dev.talentpipeline.internship.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.refusal.Refusal.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViolationsTest {

    private final Violations violations = new Violations();

    @Test
    void aRegionInOtherLettersIsTheSame() {
        assertThat(violations.regions("regions", List.of("cn-bj", "CN-SH"), 50)).containsExactly("CN-BJ", "CN-SH");
        assertThat(violations.found()).isEmpty();

        violations.regions("regions", List.of("CN-BJ", "cn-bj"), 50);

        assertThat(violations.found()).containsExactly(new Violation("regions", "cn-bj", "List it once."));
    }
}
