package dev.talentpipeline.stack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void understandsEveryOptionInAnyOrder() {
        assertThat(Options.parse(List.of("--port", "kafka=1", "--no-demo", "--port=smtp=2", "--detach")))
                .isEqualTo(new Options(true, false, List.of("kafka=1", "smtp=2")));
    }

    @Test
    void startsInTheForegroundWithTheDemoUnlessTold() {
        assertThat(Options.parse(List.of())).isEqualTo(new Options(false, true, List.of()));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Options.parse(List.of("--detatch")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--detatch");
        assertThatThrownBy(() -> Options.parse(List.of("--port"))).isInstanceOf(UsageException.class);
    }
}
