package dev.talentpipeline.kit.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CandidateCodeTest {

    @Test
    void isTheBeginningOfTheId() {
        assertThat(CandidateCode.of("a601b2c3-0000-4000-8000-000000000001")).isEqualTo("A601");
    }

    @Test
    void isTheWholeOfAShortId() {
        assertThat(CandidateCode.of("s1")).isEqualTo("S1");
    }
}
