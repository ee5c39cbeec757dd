package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.identity.Refusal;
import dev.talentpipeline.console.identity.trail.Act;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z.]+)[}(]");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(bundle("messages_zh.properties").stringPropertyNames())
                .isEqualTo(bundle("messages.properties").stringPropertyNames());
    }

    @Test
    void whateverATemplateSaysIsInTheMessages() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Matcher matcher = KEY.matcher(Files.readString(template));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }

        assertThat(used).hasSizeGreaterThan(50);
        assertThat(bundle("messages.properties").stringPropertyNames()).containsAll(used);
    }

    @Test
    void everyRefusalAndEveryActHasItsSentence() {
        assertThat(bundle("messages.properties").stringPropertyNames())
                .containsAll(Stream.of(Refusal.Reason.values())
                        .map(reason -> "refused." + reason.type())
                        .toList())
                .containsAll(
                        Stream.of(Act.values()).map(act -> "trail.act." + act).toList());
    }

    private static Properties bundle(String name) {
        try (InputStream in = Objects.requireNonNull(MessagesTest.class.getResourceAsStream("/" + name))) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
