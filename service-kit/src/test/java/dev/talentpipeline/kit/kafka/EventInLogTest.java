package dev.talentpipeline.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class EventInLogTest {

    @AfterEach
    void atNoEvent() {
        MDC.clear();
    }

    @Test
    void theContextHasTheIdsOfTheEventAndOfNoOther() {
        try (EventInLog first = EventInLog.of(headers("ce_id", "e1", "correlationid", "c1", "causationid", "e0"))) {
            assertThat(first).isNotNull();
            assertThat(MDC.getCopyOfContextMap())
                    .isEqualTo(Map.of("eventId", "e1", "correlationId", "c1", "causationId", "e0"));
        }
        try (EventInLog second = EventInLog.of(headers("ce_id", "e2", "ce_subject", "spring/20230001"))) {
            assertThat(second).isNotNull();
            assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("eventId", "e2"));
        }
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void aHeaderThatIsNoIdIsLeftOut() {
        try (EventInLog event = EventInLog.of(headers("ce_id", "王小明 13800000000", "correlationid", "a\nb"))) {
            assertThat(event).isNotNull();
            assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
        }
    }

    private static Headers headers(String... namesAndValues) {
        Headers headers = new RecordHeaders();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1].getBytes(UTF_8));
        }
        return headers;
    }
}
