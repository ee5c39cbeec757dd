package dev.talentpipeline.internship.imports.json;

import dev.talentpipeline.internship.imports.StagedRow.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One document. Whatever reads it takes its fields one by one; what nobody took is left out, and told by its path. What has not the form that is asked
 * for is told as a problem. Not for sharing between threads.
 */
final class Document {

    /** A day, a month or a year, and perhaps a time, which says nothing about the day. */
    private static final Pattern DATE = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T.*)?)?)?");

    private static final int LONGEST_SHOWN = 200;

    private final JsonNode root;
    private final Set<String> taken = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    Document(JsonNode root) {
        this.root = root;
    }

    Part root() {
        return new Part("", root);
    }

    List<Problem> problems() {
        return problems;
    }

    /** How often there was what nobody took, by the paths of the fields without the numbers of items. */
    Map<String, Integer> leftOut() {
        Map<String, Integer> paths = new TreeMap<>();
        collect(root(), paths);
        return paths;
    }

    private void collect(Part part, Map<String, Integer> paths) {
        if (taken.contains(part.path) || !part.isThere()) {
            return;
        }
        if (part.value.isObject()) {
            // What begins with @ says what a thing is called in JSON-LD, and nothing about it.
            part.value.propertyNames().stream()
                    .filter(name -> !name.startsWith("@"))
                    .forEach(name -> collect(part.at(name), paths));
        } else if (part.value.isArray()) {
            part.items().forEach(item -> collect(item, paths));
        } else {
            paths.merge(part.path.replaceAll("\\[[0-9]+]", "[]"), 1, Integer::sum);
        }
    }

    /** A field of the document, or an item of one; perhaps not there. */
    final class Part {

        private final String path;
        private final JsonNode value;

        private Part(String path, JsonNode value) {
            this.path = path;
            this.value = value;
        }

        String path() {
            return path;
        }

        boolean isThere() {
            return !value.isMissingNode()
                    && !value.isNull()
                    && !(value.isString() && value.asString().isBlank());
        }

        boolean isObject() {
            return value.isObject();
        }

        Part at(String name) {
            if (isThere() && !value.isObject()) {
                wrong("Give an object with the field %s.".formatted(name));
            }
            return new Part(path.isEmpty() ? name : path + "." + name, value.path(name));
        }

        /** The items of a list; what is no list is the only item of one. */
        List<Part> items() {
            if (!value.isArray()) {
                return isThere() ? List.of(this) : List.of();
            }
            List<Part> items = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                items.add(new Part("%s[%d]".formatted(path, i), value.get(i)));
            }
            return items;
        }

        /** The items of what must be a list if it is there. */
        List<Part> list() {
            if (isThere() && !value.isArray()) {
                wrong("Give a list.");
                return List.of();
            }
            return items();
        }

        /** Says that nothing of it is left out. */
        void take() {
            taken.add(path);
        }

        /** The text if it is one, without taking it. */
        @Nullable String glimpse() {
            return value.isString() && isThere() ? value.asString().strip() : null;
        }

        @Nullable String text() {
            take();
            if (isThere() && !value.isString()) {
                wrong("Give a text.");
                return null;
            }
            return glimpse();
        }

        /** A text that may be written as a whole number. */
        @Nullable String code() {
            if (!value.isIntegralNumber()) {
                return text();
            }
            take();
            return value.asString();
        }

        /** A number; null if it is none, which is no problem. */
        @Nullable BigDecimal number() {
            return value.isNumber() ? value.decimalValue() : null;
        }

        @Nullable Boolean yesNo() {
            return value.isBoolean() ? value.asBoolean() : null;
        }

        /** A day; of a month or a year the last. */
        @Nullable LocalDate day() {
            take();
            if (!isThere()) {
                return null;
            }
            String text = glimpse();
            Matcher date = DATE.matcher(text == null ? "" : text);
            try {
                if (date.matches()) {
                    int year = Integer.parseInt(date.group(1));
                    YearMonth month = YearMonth.of(year, date.group(2) == null ? 12 : Integer.parseInt(date.group(2)));
                    return date.group(3) == null ? month.atEndOfMonth() : month.atDay(Integer.parseInt(date.group(3)));
                }
            } catch (DateTimeException e) {
                // Said below, in the same words as a text that is no date.
            }
            wrong("Give a date of the calendar such as 2027-06-30.");
            return null;
        }

        void wrong(String remedy) {
            take();
            String shown = value.isString() ? value.asString() : value.toString();
            problems.add(new Problem(
                    path, shown.length() <= LONGEST_SHOWN ? shown : shown.substring(0, LONGEST_SHOWN) + "…", remedy));
        }
    }
}
