package dev.talentpipeline.console.programme;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a change of rules makes of each rule that it changes, from the bodies before and after. What changes at all is the service's to say. */
final class Differences {

    /** The service names one rule for all of them. */
    private static final Map<String, List<String>> FIELDS =
            Map.of("deadlines", List.of("calendar", "deadlineHour", "approvalDefault", "endorsementDefault", "grace"));

    /** Where the words for the values of a field are, if not under its own name. */
    private static final Map<String, String> WORDS = Map.of(
            "mode", "programme.mode.",
            "approvalDefault", "silence.",
            "endorsementDefault", "silence.");

    /** The value of what is in a list or is not. */
    private static final String NONE = "";

    private Differences() {}

    /**
     * One rule.
     *
     * @param words where the words for its values are
     */
    record Difference(String field, String words, List<Step> steps) {}

    /**
     * One value of it.
     *
     * @param item what of the rule it is: a member, a time, a part of the score; null if it is all of it
     * @param before null if it comes
     * @param after null if it goes
     */
    record Step(
            @Nullable String item,
            @Nullable String before,
            @Nullable String after) {

        /** Whether it comes or goes as a whole, and has no value. */
        public boolean isMember() {
            return NONE.equals(before) || NONE.equals(after);
        }
    }

    static List<Difference> of(List<String> changed, Map<String, Object> before, Map<String, Object> after) {
        List<Difference> differences = new ArrayList<>();
        for (String rule : changed) {
            List<String> fields = FIELDS.getOrDefault(rule, List.of(rule));
            for (String field : fields) {
                List<Step> steps = steps(before.get(field), after.get(field));
                if (!steps.isEmpty() || fields.size() == 1) {
                    differences.add(new Difference(field, WORDS.getOrDefault(field, field + "."), steps));
                }
            }
        }
        return differences;
    }

    private static List<Step> steps(@Nullable Object before, @Nullable Object after) {
        Map<String, String> then = values(before);
        Map<String, String> now = values(after);
        TreeSet<String> items = new TreeSet<>(then.keySet());
        items.addAll(now.keySet());
        return items.stream()
                .filter(item -> !Objects.equals(then.get(item), now.get(item)))
                .map(item -> new Step(item.isEmpty() ? null : item, then.get(item), now.get(item)))
                .toList();
    }

    /** By item; one without a name is all there is. */
    private static Map<String, String> values(@Nullable Object rule) {
        Map<String, String> values = new TreeMap<>();
        if (rule instanceof Collection<?> all) {
            all.forEach(each -> values.put(said(each), NONE));
        } else {
            add(values, "", rule);
        }
        return values;
    }

    private static void add(Map<String, String> values, String item, @Nullable Object value) {
        if (value instanceof Map<?, ?> inner) {
            inner.forEach((name, each) -> add(values, name.toString(), each));
        } else if (value != null) {
            values.put(item, said(value));
        }
    }

    /** Numbers without zeros that say nothing, and instants as they are typed. */
    private static String said(Object value) {
        String text = value.toString();
        if (value instanceof Number) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        try {
            return ProgrammeForm.local(Instant.parse(text)).replace('T', ' ');
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
