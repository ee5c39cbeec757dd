package dev.talentpipeline.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {

    @Test
    void aLineOfAServiceIsShownWithItsIdsAndTheLinesOfItsFault() {
        assertThat(LogLine.readable("""
                {"@timestamp":"2026-11-30T11:22:08.575Z","log":{"level":"WARN","logger":"d.t.Relay"},"process":{"pid":1,"thread":{"name":"x"}},\
                "service":{"name":"internship-service","node":{}},"message":"It starts afresh","eventId":"e1","correlationId":"c1",\
                "error":{"type":"java.io.IOException","message":"gone","stack_trace":"java.io.IOException: gone\\n\\tat a.B.c\\n"},"ecs":{"version":"8.11"}}
                """.strip()))
                .containsExactly(
                        "2026-11-30T11:22:08.575Z  WARN d.t.Relay : It starts afresh   {correlationId=c1 eventId=e1}",
                        "java.io.IOException: gone",
                        "\tat a.B.c");
    }

    @Test
    void whatIsNoSuchLineIsLeftAsItIs() {
        assertThat(LogLine.readable("[2026-11-30] INFO started (kafka.Kafka)"))
                .containsExactly("[2026-11-30] INFO started (kafka.Kafka)");
        assertThat(LogLine.readable("{\"half\":")).containsExactly("{\"half\":");
        assertThat(LogLine.readable("{\"other\":1}")).containsExactly("{\"other\":1}");
        assertThat(LogLine.readable("")).containsExactly("");
    }
}
