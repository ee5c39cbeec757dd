package dev.talentpipeline.console.company;

import dev.talentpipeline.console.api.PostedOpening;
import dev.talentpipeline.console.page.Bodies;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** An opening as a form has it, and as the API wants it. What cannot be read goes to the API as it was typed, which says what is wrong. */
final class OpeningForm {

    static final String LEVEL = "level.";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String USUAL_LEVEL = "3";

    private OpeningForm() {}

    /** What a new one begins with: nobody is kept out who need not be. */
    static MultiValueMap<String, String> fresh(String reference) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.add("internship", reference);
        values.add("weeks", "12");
        values.add("daysPerWeek", "4");
        values.add("seats", "1");
        values.add("minimumDegree", "ASSOCIATE");
        return values;
    }

    static MultiValueMap<String, String> of(PostedOpening opening) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        put(values, "internship", opening.reference());
        put(values, "version", opening.version());
        put(values, "title", opening.title());
        put(values, "description", opening.description());
        put(values, "occupation", opening.occupation());
        put(values, "region", opening.region());
        put(values, "remote", opening.remote());
        put(values, "startsOn", opening.startsOn());
        put(values, "weeks", opening.weeks());
        put(values, "daysPerWeek", opening.daysPerWeek());
        put(values, "stipend", opening.stipend());
        put(values, "seats", opening.seats());
        put(values, "minimumDegree", opening.minimumDegree());
        put(values, "majors", lines(opening.majors()));
        put(values, "researchTopics", lines(opening.researchTopics()));
        put(values, "onlyThese", opening.onlyThese());
        put(values, "applyBy", opening.applyBy() == null ? null : LocalDate.ofInstant(opening.applyBy(), ZONE));
        for (PostedOpening.SkillLevel skill :
                Objects.requireNonNullElse(opening.requiredSkills(), List.<PostedOpening.SkillLevel>of())) {
            values.add("requiredSkills", skill.id());
            put(values, LEVEL + skill.id(), skill.level());
        }
        Objects.requireNonNullElse(opening.preferredSkills(), List.<String>of())
                .forEach(skill -> values.add("preferredSkills", skill));
        return values;
    }

    /** The body that posts what was typed, with the lists of students that the opening has. */
    static Map<String, Object> body(MultiValueMap<String, String> typed, @Nullable PostedOpening before) {
        Map<String, Object> body = new LinkedHashMap<>();
        putText(body, typed, "title");
        putText(body, typed, "description");
        putText(body, typed, "occupation");
        putText(body, typed, "region");
        body.put("remote", "true".equals(typed.getFirst("remote")));
        putText(body, typed, "startsOn");
        putNumber(body, typed, "weeks");
        putNumber(body, typed, "daysPerWeek");
        putNumber(body, typed, "stipend");
        putNumber(body, typed, "seats");
        putText(body, typed, "minimumDegree");
        body.put("majors", items(typed.getFirst("majors")));
        body.put(
                "requiredSkills",
                values(typed, "requiredSkills").stream()
                        .map(id -> Map.of("id", id, "level", Bodies.number(level(typed, id))))
                        .toList());
        body.put("preferredSkills", values(typed, "preferredSkills"));
        body.put("researchTopics", items(typed.getFirst("researchTopics")));
        body.put("onlyThese", "true".equals(typed.getFirst("onlyThese")));
        body.put("preferences", before == null ? List.of() : before.wanted());
        body.put("excluded", before == null ? List.of() : before.unwanted());
        String applyBy = Bodies.text(typed, "applyBy");
        if (applyBy != null) {
            body.put("applyBy", startOfDay(applyBy));
        }
        return body;
    }

    /** The body that changes nothing but the lists of students. */
    static Map<String, Object> body(PostedOpening opening, List<String> wanted, List<String> unwanted) {
        Map<String, Object> body = body(of(opening), opening);
        body.put("preferences", wanted);
        body.put("excluded", unwanted);
        // The day is what a form knows; what stands stays to the instant.
        if (opening.applyBy() != null) {
            body.put("applyBy", opening.applyBy().toString());
        }
        return body;
    }

    /** What the opening would require, as far as it is typed; null while its dates are missing, without which nothing can be counted. */
    static @Nullable Map<String, List<String>> requirements(MultiValueMap<String, String> typed) {
        if (Bodies.text(typed, "startsOn") == null || Bodies.text(typed, "weeks") == null) {
            return null;
        }
        Map<String, List<String>> requirements = new LinkedHashMap<>();
        for (String field :
                List.of("startsOn", "weeks", "region", "remote", "daysPerWeek", "stipend", "minimumDegree")) {
            String text = Bodies.text(typed, field);
            if (text != null) {
                requirements.put(field, List.of(text));
            }
        }
        requirements.put("majors", items(typed.getFirst("majors")));
        requirements.put(
                "requiredSkills",
                values(typed, "requiredSkills").stream()
                        .map(id -> id + ":" + level(typed, id))
                        .toList());
        return requirements;
    }

    /** Adds a skill or chooses an occupation: `requiredSkills:python`. */
    static void add(MultiValueMap<String, String> typed, String field, String id) {
        if (id.isBlank()) {
            return;
        }
        if ("occupation".equals(field)) {
            typed.set(field, id);
        } else if (!values(typed, field).contains(id)) {
            typed.add(field, id);
        }
    }

    static void remove(MultiValueMap<String, String> typed, String field, String id) {
        List<String> left = new ArrayList<>(values(typed, field));
        left.remove(id);
        typed.put(field, left);
    }

    private static String level(MultiValueMap<String, String> typed, String skill) {
        return Objects.requireNonNullElse(Bodies.text(typed, LEVEL + skill), USUAL_LEVEL);
    }

    private static void putText(Map<String, Object> body, MultiValueMap<String, String> typed, String field) {
        String text = Bodies.text(typed, field);
        if (text != null) {
            body.put(field, text);
        }
    }

    private static void putNumber(Map<String, Object> body, MultiValueMap<String, String> typed, String field) {
        String text = Bodies.text(typed, field);
        if (text != null) {
            body.put(field, Bodies.number(text));
        }
    }

    private static String startOfDay(String day) {
        try {
            return LocalDate.parse(day).atStartOfDay(ZONE).toInstant().toString();
        } catch (DateTimeParseException e) {
            return day;
        }
    }

    private static List<String> values(MultiValueMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.get(field), List.<String>of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** One a line. */
    private static List<String> items(@Nullable String lines) {
        return lines == null
                ? List.of()
                : lines.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private static @Nullable String lines(@Nullable List<String> items) {
        return items == null ? null : String.join("\n", items);
    }

    private static void put(MultiValueMap<String, String> values, String field, @Nullable Object value) {
        if (value != null) {
            values.add(field, value.toString());
        }
    }
}
