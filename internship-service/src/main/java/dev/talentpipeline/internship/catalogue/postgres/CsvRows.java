package dev.talentpipeline.internship.catalogue.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Rows of a CSV file with a header, as in RFC 4180: fields may be quoted, and a quote in a quoted field is doubled. */
public final class CsvRows {

    private CsvRows() {}

    /** One row; its fields go by the names in the header. */
    public record Row(List<String> names, List<String> fields) {

        /** The field of that name, empty if the row is shorter than the header. */
        public String text(String name) {
            int index = names.indexOf(name);
            if (index < 0) {
                throw new IllegalArgumentException("header (%s) must have a column (%s).".formatted(names, name));
            }
            return index < fields.size() ? fields.get(index).strip() : "";
        }
    }

    /** The rows of a file on the class path. */
    public static List<Row> read(String file) {
        return read(new ClassPathResource(file));
    }

    /** The rows of a file, wherever it is. */
    public static List<Row> read(Resource file) {
        try {
            return parse(file.getContentAsString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file.getDescription() + " must be there to be read.", e);
        }
    }

    static List<Row> parse(String csv) {
        List<List<String>> lines = lines(csv);
        if (lines.isEmpty()) {
            return List.of();
        }
        List<String> names = lines.getFirst();
        return lines.stream()
                .skip(1)
                .filter(fields -> fields.size() > 1 || !fields.getFirst().isBlank())
                .map(fields -> new Row(names, fields))
                .toList();
    }

    private static List<List<String>> lines(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
                field.append(c);
            } else if (c == ',') {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c == '\n') {
                fields.add(field.toString());
                field.setLength(0);
                lines.add(fields);
                fields = new ArrayList<>();
            }
        }
        if (!field.isEmpty() || !fields.isEmpty()) {
            fields.add(field.toString());
            lines.add(fields);
        }
        return lines;
    }
}
