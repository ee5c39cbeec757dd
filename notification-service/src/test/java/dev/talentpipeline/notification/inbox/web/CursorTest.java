package dev.talentpipeline.notification.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.talentpipeline.kit.problem.ProblemException;
import dev.talentpipeline.notification.inbox.InboxPages.Position;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void carriesAPositionThereAndBack() {
        var position = new Position(
                Instant.parse("2026-11-24T02:00:00.123456Z"), UUID.fromString("6ff1ce7e-0000-4000-8000-00000000001a"));

        assertThat(Cursor.parse(Cursor.of(position))).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "%%%", "MjAyNg", "MjAyNi94"})
    void refusesWhatWasNotMadeHere(String cursor) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Cursor.parse(cursor))
                .satisfies(refusal -> assertThat(refusal.problem().extensions()).containsEntry("field", "cursor"));
    }
}
