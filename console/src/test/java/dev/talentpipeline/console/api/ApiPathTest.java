package dev.talentpipeline.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiPathTest {

    @Test
    void keepsWhateverAnIdHoldsInItsSegment() {
        assertThat(ApiPath.of("programmes", "../a?b#c", "students").encoded())
                .isEqualTo("/api/v1/programmes/..%2Fa%3Fb%23c/students");
    }

    @Test
    void addsParametersThatHaveAValue() {
        assertThat(ApiPath.of("programmes")
                        .with("cursor", null)
                        .with("limit", 25)
                        .with("student", "a&b=c")
                        .encoded())
                .isEqualTo("/api/v1/programmes?limit=25&student=a%26b%3Dc");
    }
}
