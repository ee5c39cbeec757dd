package dev.talentpipeline.schemas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.jspecify.annotations.Nullable;

/**
 * In what one schema differs from another, field by field. Words that explain a field are no difference: nobody reads otherwise for them.
 *
 * @param field its path from the top, such as {@code skills[].level}; of an enum's symbol that of the field that holds it
 * @param change what is other
 * @param before what the first has: a type, a default, a symbol; null: nothing
 * @param after what the second has; null: nothing
 */
public record SchemaDifference(
        String field,
        Change change,
        @Nullable String before,
        @Nullable String after) {

    /** What is other. */
    public enum Change {
        /** The field is in the second alone: whoever reads the first as the second takes its default. */
        ADDED,
        /** The field is in the first alone: whoever reads the first as the second does not see it. */
        REMOVED,
        TYPE,
        DEFAULT,
        /** The symbol is in the second alone. */
        SYMBOL_ADDED,
        /** The symbol is in the first alone: whoever reads it as the second takes the enum's default. */
        SYMBOL_REMOVED
    }

    /** From the first to the second, in the order of fields. */
    public static List<SchemaDifference> between(Schema first, Schema second) {
        List<SchemaDifference> found = new ArrayList<>();
        compare("", first, second, new TreeSet<>(), found);
        return List.copyOf(found);
    }

    private static void compare(
            String at, Schema first, Schema second, Set<String> within, List<SchemaDifference> found) {
        if (first.getType() != second.getType() || !logical(first).equals(logical(second))) {
            found.add(new SchemaDifference(at, Change.TYPE, words(first), words(second)));
            return;
        }
        switch (first.getType()) {
            case RECORD -> {
                // A record may hold itself.
                if (within.add(first.getFullName())) {
                    records(at, first, second, within, found);
                    within.remove(first.getFullName());
                }
            }
            case ENUM -> symbols(at, first, second, found);
            case ARRAY -> compare(at + "[]", first.getElementType(), second.getElementType(), within, found);
            case MAP -> compare(at + "{}", first.getValueType(), second.getValueType(), within, found);
            case UNION -> unions(at, first, second, within, found);
            default -> {
                // The same type, and nothing within.
            }
        }
    }

    private static void records(
            String at, Schema first, Schema second, Set<String> within, List<SchemaDifference> found) {
        for (Field field : first.getFields()) {
            String path = at.isEmpty() ? field.name() : at + "." + field.name();
            Field other = second.getField(field.name());
            if (other == null) {
                found.add(new SchemaDifference(path, Change.REMOVED, words(field.schema()), null));
                continue;
            }
            compare(path, field.schema(), other.schema(), within, found);
            if (!Objects.equals(defaultOf(field), defaultOf(other))) {
                found.add(new SchemaDifference(path, Change.DEFAULT, defaultOf(field), defaultOf(other)));
            }
        }
        for (Field field : second.getFields()) {
            if (first.getField(field.name()) == null) {
                String path = at.isEmpty() ? field.name() : at + "." + field.name();
                String value = defaultOf(field);
                found.add(new SchemaDifference(
                        path, Change.ADDED, null, words(field.schema()) + (value == null ? "" : " = " + value)));
            }
        }
    }

    private static void symbols(String at, Schema first, Schema second, List<SchemaDifference> found) {
        first.getEnumSymbols().stream()
                .filter(symbol -> !second.hasEnumSymbol(symbol))
                .forEach(symbol -> found.add(new SchemaDifference(at, Change.SYMBOL_REMOVED, symbol, null)));
        second.getEnumSymbols().stream()
                .filter(symbol -> !first.hasEnumSymbol(symbol))
                .forEach(symbol -> found.add(new SchemaDifference(at, Change.SYMBOL_ADDED, null, symbol)));
    }

    private static void unions(
            String at, Schema first, Schema second, Set<String> within, List<SchemaDifference> found) {
        Map<String, Schema> before = branches(first);
        Map<String, Schema> after = branches(second);
        if (!before.keySet().equals(after.keySet())) {
            found.add(new SchemaDifference(at, Change.TYPE, words(first), words(second)));
            return;
        }
        before.forEach((name, branch) -> compare(at, branch, Objects.requireNonNull(after.get(name)), within, found));
    }

    private static Map<String, Schema> branches(Schema union) {
        Map<String, Schema> branches = new LinkedHashMap<>();
        union.getTypes().forEach(branch -> branches.put(branch.getFullName() + logical(branch), branch));
        return branches;
    }

    private static String logical(Schema schema) {
        return schema.getLogicalType() == null ? "" : schema.getLogicalType().getName();
    }

    private static @Nullable String defaultOf(Field field) {
        if (!field.hasDefaultValue()) {
            return null;
        }
        Object value = field.defaultVal();
        return JsonProperties.NULL_VALUE.equals(value) ? "null" : String.valueOf(value);
    }

    private static String words(Schema schema) {
        return switch (schema.getType()) {
            case UNION ->
                String.join(
                        " | ",
                        schema.getTypes().stream().map(SchemaDifference::words).toList());
            case ARRAY -> words(schema.getElementType()) + "[]";
            case MAP -> words(schema.getValueType()) + "{}";
            case RECORD, ENUM, FIXED -> schema.getName();
            default -> logical(schema).isEmpty() ? schema.getType().getName() : logical(schema);
        };
    }
}
