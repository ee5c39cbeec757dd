package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A student of a programme as their university sees them. */
public record CohortStudent(
        String id,
        @Nullable String number,
        @Nullable String person,
        @Nullable String state,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String degree,
        @Nullable String major,
        @Nullable String school,
        @Nullable String graduatesOn,
        @Nullable List<Skill> skills,
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
        @Nullable Instant changedAt) {

    /** A skill and its level, 1 to 5, as the student says. */
    public record Skill(String id, @Nullable Integer level) {}

    /**
     * A skill that somebody else vouches for.
     *
     * @param source COURSE, PROJECT or CERTIFICATE
     */
    public record Attested(
            String id,
            @Nullable Integer level,
            @Nullable String source,
            @Nullable String completedOn) {}

    /**
     * A skill with where it comes from.
     *
     * @param sources STUDENT first, then those that vouch for it
     */
    public record Sourced(String id, @Nullable Integer level, List<String> sources) {}

    public String shownName() {
        return name == null ? id : name;
    }

    /** Every skill once, the student's own word before what others vouch for. */
    public List<Sourced> sourcedSkills() {
        List<Attested> attested = attestedSkills == null ? List.of() : attestedSkills;
        List<Sourced> all = new ArrayList<>();
        for (Skill skill : skills == null ? List.<Skill>of() : skills) {
            List<String> sources = new ArrayList<>(List.of("STUDENT"));
            attested.stream().filter(each -> each.id().equals(skill.id())).forEach(each -> sources.add(source(each)));
            all.add(new Sourced(skill.id(), skill.level(), List.copyOf(sources)));
        }
        attested.stream()
                .filter(each -> all.stream().noneMatch(there -> there.id().equals(each.id())))
                .map(each -> new Sourced(each.id(), each.level(), List.of(source(each))))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static String source(Attested attested) {
        return attested.source() == null ? "UNKNOWN" : attested.source();
    }
}
