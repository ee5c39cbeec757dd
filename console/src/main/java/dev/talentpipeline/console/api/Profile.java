package dev.talentpipeline.console.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A student's profile in one programme, whole, as they themselves see and change it.
 *
 * @param saidByStudent the fields that are the student's own word
 * @param kept what was sent and is not the sender's to say; only in an answer to a change
 */
public record Profile(
        String id,
        String person,
        String programme,
        String university,
        long version,
        @Nullable String number,
        @Nullable String state,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String degree,
        @Nullable String major,
        @Nullable String graduatesOn,
        @Nullable String school,
        @Nullable List<Student.Skill> skills,
        @Nullable List<Attested> attestedSkills,
        @Nullable List<String> occupations,
        @Nullable List<String> researchTopics,
        @Nullable List<String> regions,
        @Nullable Boolean remote,
        @Nullable String availableFrom,
        @Nullable String availableUntil,
        @Nullable Integer daysPerWeek,
        @Nullable Integer minimumStipend,
        @Nullable List<String> preferences,
        @Nullable Boolean onlyThese,
        @Nullable Boolean consent,
        @Nullable Boolean consentAwaited,
        @Nullable List<String> saidByStudent,
        @Nullable List<String> kept) {

    /** A skill that somebody else attests. */
    public record Attested(
            String id,
            @Nullable Integer level,
            @Nullable String source,
            @Nullable String completedOn) {}

    /** The body that says all of it again: what a change does not name stays as it is. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "name", name);
        put(body, "email", email);
        put(body, "phone", phone);
        put(body, "language", language);
        put(body, "degree", degree);
        put(body, "major", major);
        put(body, "graduatesOn", graduatesOn);
        put(body, "school", school);
        put(body, "skills", skills);
        put(body, "occupations", occupations);
        put(body, "researchTopics", researchTopics);
        put(body, "regions", regions);
        put(body, "remote", remote);
        put(body, "availableFrom", availableFrom);
        put(body, "availableUntil", availableUntil);
        put(body, "daysPerWeek", daysPerWeek);
        put(body, "minimumStipend", minimumStipend);
        put(body, "preferences", preferences);
        put(body, "onlyThese", onlyThese);
        put(body, "consent", consent);
        return body;
    }

    /** The same as the university says it: what it recorded of a consent stands while the student's word is awaited. */
    public Map<String, Object> bodyOfUniversity() {
        Map<String, Object> body = body();
        body.put("consent", Boolean.TRUE.equals(consent) || Boolean.TRUE.equals(consentAwaited));
        return body;
    }

    public boolean isPaused() {
        return "PAUSED".equals(state);
    }

    public boolean isWithdrawn() {
        return "WITHDRAWN".equals(state);
    }

    /** The internships that the student ranks, the dearest first. */
    public List<String> choices() {
        return preferences == null ? List.of() : preferences;
    }

    /** What is still to be said, by the API's names of the fields, in the order in which one would say it. No region is an answer: anywhere. */
    public List<String> unsaid() {
        List<String> unsaid = new ArrayList<>();
        unsaid(unsaid, "skills", skills);
        unsaid(unsaid, "occupations", occupations);
        unsaid(unsaid, "researchTopics", researchTopics);
        unsaid(unsaid, "preferences", preferences);
        if (!Boolean.TRUE.equals(consent)) {
            unsaid.add("consent");
        }
        return List.copyOf(unsaid);
    }

    /** How much of it is said, in percent. */
    public int completeness() {
        int asked = 5;
        return Math.round(100f * (asked - unsaid().size()) / asked);
    }

    private static void unsaid(List<String> unsaid, String field, @Nullable List<?> value) {
        if (value == null || value.isEmpty()) {
            unsaid.add(field);
        }
    }

    private static void put(Map<String, Object> body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value);
        }
    }
}
