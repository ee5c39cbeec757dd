package dev.talentpipeline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class EventHeadersTest {

    private static final EventHeaders COMPLETE = new EventHeaders(
            "e1",
            "dev.talentpipeline.events.Offer",
            "internship-service",
            Instant.parse("2027-01-01T00:00:00Z"),
            "demo/o1",
            "c1",
            "e0",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    @Test
    void whatIsWrittenIsReadBack() {
        var headers = new RecordHeaders();
        COMPLETE.writeTo(headers);
        assertThat(EventHeaders.readFrom(headers)).isEqualTo(COMPLETE);
    }

    @Test
    void optionalOnesMayBeAbsentAndAnOlderValueDoesNotShineThrough() {
        // given
        var headers = new RecordHeaders();
        COMPLETE.writeTo(headers);
        var bare = new EventHeaders("e2", "t", "s", Instant.EPOCH, "demo", null, null, null);

        // when
        bare.writeTo(headers);

        // then
        assertThat(EventHeaders.readFrom(headers)).isEqualTo(bare);
    }

    @Test
    void aMissingIdIsNamed() {
        var headers = new RecordHeaders();
        COMPLETE.writeTo(headers);
        headers.remove("ce_id");
        assertThatThrownBy(() -> EventHeaders.readFrom(headers))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("ce_id");
    }

    @Test
    void aTimeThatIsNoneIsNamed() {
        var headers = new RecordHeaders();
        COMPLETE.writeTo(headers);
        headers.remove("ce_time").add("ce_time", "yesterday".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(() -> EventHeaders.readFrom(headers))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("yesterday");
    }
}
