package dev.talentpipeline.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.notification.contact.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedNamesTest {

    private final List<String> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-30T12:00:00Z");
    private String name = "Xingchen";
    private final RememberedNames names = new RememberedNames(
            (organisation, reader) -> {
                asked.add(organisation + " " + reader);
                return name + " " + reader;
            },
            () -> now);

    @Test
    void asksOnceForManyLettersInEachLanguage() {
        assertThat(names.of("c-1", Language.EN)).isEqualTo("Xingchen EN");
        assertThat(names.of("c-1", Language.EN)).isEqualTo("Xingchen EN");
        assertThat(names.of("c-1", Language.ZH)).isEqualTo("Xingchen ZH");
        assertThat(names.of("c-2", Language.EN)).isEqualTo("Xingchen EN");

        assertThat(asked).containsExactly("c-1 EN", "c-1 ZH", "c-2 EN");
    }

    @Test
    void hearsOfANewNameASecondLater() {
        names.of("c-1", Language.EN);
        name = "Xinghe";

        now = now.plus(Duration.ofMillis(999));
        assertThat(names.of("c-1", Language.EN)).isEqualTo("Xingchen EN");
        now = now.plus(Duration.ofMillis(1));
        assertThat(names.of("c-1", Language.EN)).isEqualTo("Xinghe EN");
    }
}
