package dev.talentpipeline.stack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackPortsTest {

    @Test
    void takesTheOptionBeforeTheEnvironmentBeforeTheUsualNumber() {
        StackPorts ports = StackPorts.choose(
                List.of("kafka=20001"),
                Map.of("PIPELINE_PORT_KAFKA", "20002", "PIPELINE_PORT_KAFKA_CONTROLLER", "20003"));

        assertThat(ports.of(StackPort.KAFKA)).isEqualTo(20001);
        assertThat(ports.of(StackPort.KAFKA_CONTROLLER)).isEqualTo(20003);
        assertThat(ports.of(StackPort.CONSOLE)).isEqualTo(8080);
    }

    @Test
    void namesATakenPortWithHowToChooseAnother() {
        StackPorts ports = StackPorts.choose(List.of(), Map.of());

        assertThat(ports.taken(List.of(StackPort.CONSOLE, StackPort.KAFKA), number -> number != 18092))
                .containsExactly(
                        "Port 18092 (kafka) is in use by another program. Choose another: ./pipeline up --port kafka=19092, or set PIPELINE_PORT_KAFKA.");
    }

    @Test
    void refusesAnUnknownNameAndListsTheKnownOnes() {
        assertThatThrownBy(() -> StackPorts.choose(List.of("kaffka=1"), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no port kaffka")
                .hasMessageContaining("kafka-controller");
    }

    @Test
    void refusesWhatIsNoPortNumber() {
        for (String value : List.of("", "0", "65536", "many", "-1")) {
            assertThatThrownBy(() -> StackPorts.choose(List.of("kafka=" + value), Map.of()))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("--port kafka (%s) must be a number from 1 to 65535.", value);
        }
        assertThatThrownBy(() -> StackPorts.choose(List.of(), Map.of("PIPELINE_PORT_SMTP", "x")))
                .hasMessageStartingWith("PIPELINE_PORT_SMTP (x)");
    }

    @Test
    void refusesOneNumberForTwoPorts() {
        assertThatThrownBy(() -> StackPorts.choose(List.of("kafka=8080"), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("Ports console and kafka must differ, and both are 8080.");
    }
}
