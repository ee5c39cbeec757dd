package dev.talentpipeline.notification.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.notification.contact.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What skills are called in one language, as the catalogue ships it; no cell of it holds a comma. Skills that operations added to a running system have no name
 * here. Immutable, and safe for use by several threads.
 */
final class SkillNames {

    private static final String FILE = "/catalogue/skills.csv";

    private final Map<String, String> names;

    private SkillNames(Map<String, String> names) {
        this.names = names;
    }

    static SkillNames in(Language language) {
        try (var in = Objects.requireNonNull(SkillNames.class.getResourceAsStream(FILE), FILE);
                var rows = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            List<String> header = Arrays.asList(rows.readLine().split(","));
            int id = header.indexOf("id");
            int name = header.indexOf(language.code());
            return new SkillNames(rows.lines()
                    .map(row -> row.split(","))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[id], cells -> cells[name])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of those that have one. */
    List<String> of(List<String> ids) {
        return ids.stream().map(names::get).filter(Objects::nonNull).toList();
    }
}
