package dev.talentpipeline.console.programme;

import dev.talentpipeline.console.page.Bodies;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The weights and the quotas of a programme in its form, one field for each number: `weights.skills`, `quotas.companies.acme`. */
final class ProgrammeNumbers {

    /** What the score is made of. */
    static final List<String> PARTS = List.of("skills", "occupation", "research", "location", "stipend", "dates");

    private static final String WEIGHTS = "weights.";
    private static final String QUOTAS = "quotas.";

    private ProgrammeNumbers() {}

    static void addTo(
            MultiValueMap<String, String> form,
            @Nullable Map<String, Double> weights,
            @Nullable Map<String, Object> quotas) {
        if (weights != null) {
            weights.forEach((part, weight) -> form.add(WEIGHTS + part, plain(weight)));
        }
        add(form, QUOTAS, quotas);
    }

    /** Whether the form had this member: each has a field for its quota, which is sent empty too, beside a box that is sent only when it is ticked. */
    static boolean hasField(MultiValueMap<String, String> typed, String side, String member) {
        return typed.containsKey(QUOTAS + side + "." + member);
    }

    /**
     * Puts them into the body, if the form had them: what was left empty is no bound, or the default weight. A quota that the form had no field for
     * stays as it is.
     */
    static void putInto(Map<String, Object> body, MultiValueMap<String, String> typed) {
        if (!typed.containsKey(QUOTAS + "eachCompany")) {
            return;
        }
        Map<String, Object> weights = new LinkedHashMap<>();
        Map<String, Object> quotas = withoutField(body.get("quotas"), typed);
        typed.forEach((field, values) -> {
            String text = values.getFirst();
            if (text == null || text.isBlank()) {
                return;
            }
            if (field.startsWith(WEIGHTS)) {
                weights.put(field.substring(WEIGHTS.length()), decimal(text));
            } else if (field.startsWith(QUOTAS)) {
                put(quotas, field.substring(QUOTAS.length()), Bodies.number(text));
            }
        });
        body.put("weights", weights);
        body.put("quotas", quotas);
    }

    private static Map<String, Object> withoutField(@Nullable Object before, MultiValueMap<String, String> typed) {
        Map<String, Object> quotas = new LinkedHashMap<>();
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        add(fields, "", before instanceof Map<?, ?> known ? known : null);
        fields.forEach((name, values) -> {
            if (!typed.containsKey(QUOTAS + name)) {
                put(quotas, name, Bodies.number(values.getFirst()));
            }
        });
        return quotas;
    }

    private static void add(MultiValueMap<String, String> form, String prefix, @Nullable Map<?, ?> values) {
        if (values == null) {
            return;
        }
        values.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                add(form, prefix + name + ".", inner);
            } else if (value != null) {
                form.add(prefix + name, value.toString());
            }
        });
    }

    private static void put(Map<String, Object> quotas, String name, Object value) {
        String[] sideAndMember = name.split("\\.", 2);
        if (sideAndMember.length < 2) {
            quotas.put(name, value);
            return;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        if (quotas.get(sideAndMember[0]) instanceof Map<?, ?> before) {
            before.forEach((member, quota) -> members.put(member.toString(), quota));
        }
        members.put(sideAndMember[1], value);
        quotas.put(sideAndMember[0], members);
    }

    /** The text itself if it is no number: the service refuses it at its field. */
    private static Object decimal(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static String plain(Double weight) {
        return BigDecimal.valueOf(weight).stripTrailingZeros().toPlainString();
    }
}
