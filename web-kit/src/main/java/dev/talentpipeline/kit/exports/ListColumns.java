package dev.talentpipeline.kit.exports;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.talentpipeline.kit.cell.Items;
import dev.talentpipeline.kit.exports.PrescribedColumns.PrescribedColumn;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The columns of a list: one for each field of its items, those of a record within an item by themselves. What an import reads comes first, in the
 * order of its template and in the form that it reads. A cell says what the JSON of the item says.
 */
final class ListColumns {

    private static final Set<Class<?>> FIGURES =
            Set.of(int.class, long.class, double.class, Integer.class, Long.class, Double.class);
    /** Where those live who fill in the sheets of an import. */
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final Set<String> PEOPLE = Set.of("person", "student", "graduate", "participant", "email", "phone");
    private static final Set<String> LEVELLED = Set.of("id", "level");

    private final List<ListColumn> columns;
    private final ExportLanguage language;

    /**
     * A column.
     *
     * @param path of the field within the item
     * @param imported whether an import reads it
     * @param codes what is written in the place of a value
     * @param unwritten fields of its items that a file has not
     */
    record ListColumn(
            List<String> path,
            Class<?> type,
            String name,
            boolean imported,
            Map<String, String> codes,
            Set<String> unwritten) {

        ListColumn {
            path = List.copyOf(path);
            codes = Map.copyOf(codes);
            unwritten = Set.copyOf(unwritten);
        }

        static ListColumn prescribed(String heading, Map<String, String> codes) {
            return new ListColumn(List.of(), String.class, heading, false, codes, Set.of());
        }

        String field() {
            return String.join(".", path);
        }
    }

    ListColumns(Class<?> item, Headings headings, ExportLanguage language) {
        this.language = language;
        List<ListColumn> found = new ArrayList<>();
        collect(item, List.of(), headings, found);
        found.sort(Comparator.comparingInt(
                column -> headings.place(column.path().getFirst(), column.path().size())));
        columns = List.copyOf(found);
    }

    private ListColumns(List<ListColumn> columns, ExportLanguage language) {
        this.columns = List.copyOf(columns);
        this.language = language;
    }

    /** Only those of the fields, in the order of these; of a field that is a record, all that are within it. */
    ListColumns of(List<String> fields) {
        return new ListColumns(
                fields.stream()
                        .flatMap(field -> columns.stream()
                                .filter(column -> column.path().getFirst().equals(field)))
                        .toList(),
                language);
    }

    /** Those that are prescribed. A field that there is no more leaves its column empty, so that the table keeps its shape. */
    ListColumns by(List<PrescribedColumn> prescribed) {
        Map<String, ListColumn> known =
                columns.stream().collect(Collectors.toMap(ListColumn::field, Function.identity()));
        return new ListColumns(
                prescribed.stream()
                        .map(wanted -> column(wanted, known.get(wanted.field())))
                        .toList(),
                language);
    }

    private static ListColumn column(PrescribedColumn wanted, @Nullable ListColumn known) {
        if (wanted.text() != null) {
            return ListColumn.prescribed(wanted.heading(), Map.of("", wanted.text()));
        }
        return known == null
                ? ListColumn.prescribed(wanted.heading(), Map.of())
                : new ListColumn(
                        known.path(), known.type(), wanted.heading(), false, wanted.codes(), known.unwritten());
    }

    /** With a dot before what is within another. */
    List<String> fields() {
        return columns.stream().map(ListColumn::field).toList();
    }

    /** Whether the rows speak of people, by name or by an id. */
    boolean concernPeople() {
        return columns.stream().anyMatch(column -> PEOPLE.contains(column.path().getLast()));
    }

    private static void collect(Class<?> item, List<String> above, Headings headings, List<ListColumn> found) {
        for (RecordComponent component : item.getRecordComponents()) {
            if (component.isAnnotationPresent(OnlyInAnswers.class)) {
                continue;
            }
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                collect(component.getType(), above, headings, found);
                continue;
            }
            JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
            List<String> path = new ArrayList<>(above);
            path.add(renamed == null ? component.getName() : renamed.value());
            if (component.getType().isRecord()) {
                collect(component.getType(), path, headings, found);
            } else {
                found.add(new ListColumn(
                        path,
                        component.getType(),
                        headings.name(path),
                        headings.isImported(path),
                        Map.of(),
                        unwritten(component)));
            }
        }
    }

    /** What of the records that are listed within an item is only in answers. */
    private static Set<String> unwritten(RecordComponent component) {
        Class<?> listed = ResolvableType.forType(component.getGenericType())
                .asCollection()
                .getGeneric(0)
                .toClass();
        return listed.isRecord()
                ? Stream.of(listed.getRecordComponents())
                        .filter(each -> each.isAnnotationPresent(OnlyInAnswers.class))
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    List<ListColumn> all() {
        return columns;
    }

    List<Sheet.Heading> headings() {
        return columns.stream()
                .map(column -> new Sheet.Heading(column.name(), FIGURES.contains(column.type())))
                .toList();
    }

    List<Cell> cells(JsonNode item) {
        return columns.stream().map(column -> cell(column, item)).toList();
    }

    private Cell cell(ListColumn column, JsonNode item) {
        if (column.path().isEmpty()) {
            return new Cell.Text(column.codes().getOrDefault("", ""));
        }
        JsonNode value = item;
        for (String name : column.path()) {
            value = value.path(name);
        }
        if (value.isMissingNode() || value.isNull()) {
            return Cell.blank();
        }
        String code = value.isValueNode() ? column.codes().get(value.asString()) : null;
        if (code != null) {
            return new Cell.Text(code);
        }
        if (value.isNumber()) {
            return new Cell.Figure(value.decimalValue());
        }
        if (value.isBoolean()) {
            return new Cell.Text(word(value.asBoolean()));
        }
        if (value.isString()) {
            return text(column, value.asString());
        }
        return new Cell.Text(value.isArray() ? listed(column, written(column, value)) : value.toString());
    }

    private static JsonNode written(ListColumn column, JsonNode items) {
        if (column.unwritten().isEmpty()) {
            return items;
        }
        JsonNode written = items.deepCopy();
        for (JsonNode item : written) {
            if (item instanceof ObjectNode fields) {
                fields.remove(column.unwritten());
            }
        }
        return written;
    }

    private String word(boolean yes) {
        return language == ExportLanguage.ZH ? (yes ? "是" : "否") : yes ? "yes" : "no";
    }

    private static Cell text(ListColumn column, String text) {
        if (column.type() == LocalDate.class) {
            return new Cell.Day(LocalDate.parse(text));
        }
        // An import knows days only: the one on which it is there.
        return column.imported() && column.type() == Instant.class
                ? new Cell.Day(LocalDate.ofInstant(Instant.parse(text), CHINA))
                : new Cell.Text(text);
    }

    /** An import reads no more of a skill than its level. */
    private static String listed(ListColumn column, JsonNode items) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : items) {
            Set<String> names = Set.copyOf(item.propertyNames());
            if (column.imported() ? names.containsAll(LEVELLED) : names.equals(LEVELLED)) {
                texts.add("%s:%d"
                        .formatted(
                                item.path("id").asString(), item.path("level").asInt()));
            } else if (item.isContainer()) {
                return items.toString();
            } else {
                texts.add(item.asString());
            }
        }
        return Items.join(texts);
    }
}
