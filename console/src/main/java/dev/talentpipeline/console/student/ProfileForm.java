package dev.talentpipeline.console.student;

import dev.talentpipeline.console.api.Profile;
import dev.talentpipeline.console.api.Student;
import dev.talentpipeline.console.page.Bodies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The profile as a form: fields bear the API's names; a skill stands in `skills` by its id and in `level.ID` by its level; topics are lines.
 */
final class ProfileForm {

    /** The fields that hold one value each. */
    private static final List<String> TEXTS = List.of("email", "phone", "language", "availableFrom", "availableUntil");

    private static final List<String> NUMBERS = List.of("daysPerWeek", "minimumStipend");

    private static final List<String> CHOICES = List.of("remote", "consent");

    private ProfileForm() {}

    /** What the form begins with. */
    static Map<String, List<String>> of(Profile profile) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, Object> body = profile.body();
        for (String field : TEXTS) {
            values.put(field, List.of(Objects.toString(body.get(field), "")));
        }
        for (String field : NUMBERS) {
            values.put(field, List.of(Objects.toString(body.get(field), "")));
        }
        for (String field : CHOICES) {
            values.put(field, List.of(Objects.toString(body.get(field), "false")));
        }
        List<Student.Skill> skills = profile.skills() == null ? List.of() : profile.skills();
        values.put("skills", skills.stream().map(Student.Skill::id).toList());
        skills.forEach(skill -> values.put("level." + skill.id(), List.of(Objects.toString(skill.level(), "1"))));
        values.put("occupations", list(profile.occupations()));
        values.put("regions", list(profile.regions()));
        values.put("researchTopics", List.of(String.join("\n", list(profile.researchTopics()))));
        return values;
    }

    /** The profile with what was typed in place of what it had. */
    static Map<String, Object> body(Profile profile, MultiValueMap<String, String> typed) {
        Map<String, Object> body = new LinkedHashMap<>(profile.body());
        for (String field : TEXTS) {
            put(body, field, typed.getFirst(field));
        }
        for (String field : NUMBERS) {
            String number = typed.getFirst(field);
            put(body, field, number == null || number.isBlank() ? null : Bodies.number(number));
        }
        for (String field : CHOICES) {
            body.put(field, "true".equals(typed.getFirst(field)));
        }
        body.put("skills", skills(typed));
        body.put("occupations", chosen(typed, "occupations", "addOccupation"));
        body.put("regions", inTheirOrder(list(profile.regions()), list(typed.get("regions"))));
        body.put(
                "researchTopics",
                Objects.toString(typed.getFirst("researchTopics"), "")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
        return body;
    }

    private static List<Map<String, Object>> skills(MultiValueMap<String, String> typed) {
        List<Map<String, Object>> skills = new ArrayList<>();
        for (String id : chosen(typed, "skills", "addSkill")) {
            String level = typed.getFirst("level." + id);
            String usual = Objects.toString(typed.getFirst("addLevel"), "3");
            skills.add(Map.of("id", id, "level", Bodies.number(level == null ? usual : level)));
        }
        return skills;
    }

    /** What is ticked, and what was chosen in the list below it. */
    private static List<String> chosen(MultiValueMap<String, String> typed, String field, String added) {
        List<String> chosen = new ArrayList<>(list(typed.get(field)));
        for (String one : list(typed.get(added))) {
            if (!one.isBlank() && !chosen.contains(one)) {
                chosen.add(one);
            }
        }
        return chosen;
    }

    /** What is still ticked in the order in which it stood, which counts in a match, and then what is ticked anew. */
    private static List<String> inTheirOrder(List<String> before, List<String> ticked) {
        List<String> ordered = new ArrayList<>(before);
        ordered.retainAll(ticked);
        ticked.stream().filter(one -> !before.contains(one)).forEach(ordered::add);
        return ordered;
    }

    private static void put(Map<String, Object> body, String field, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            body.remove(field);
        } else {
            body.put(field, value instanceof String text ? text.strip() : value);
        }
    }

    private static List<String> list(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
