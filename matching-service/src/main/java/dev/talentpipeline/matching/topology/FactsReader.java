package dev.talentpipeline.matching.topology;

import dev.talentpipeline.events.SkillLevel;
import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.kit.kafka.UnappliableEventException;
import dev.talentpipeline.matching.market.Degree;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Offer;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.market.PreferenceList;
import dev.talentpipeline.matching.market.Programme;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.market.Versions;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Turns events into facts. What a later version of a schema may say and this version does not know arrives as UNKNOWN: acting on a guess
 * would match people wrongly, so such an event is refused.
 */
final class FactsReader {

    private FactsReader() {}

    static Programme programme(dev.talentpipeline.events.Programme event) {
        return new Programme(
                event.getProgrammeId(),
                event.getVersion(),
                event.getRulesVersion() == 0 ? event.getVersion() : event.getRulesVersion(),
                event.getOwner(),
                known(Programme.State.class, event.getState(), "state"),
                known(Programme.Mode.class, event.getMode(), "mode"),
                Duration.ofMillis(event.getClearingIntervalMs()),
                event.getClearingAt(),
                event.getOpensAt(),
                event.getClosesAt(),
                known(Programme.Lists.class, event.getLists(), "lists"),
                new HashSet<>(event.getUniversities()),
                new HashSet<>(event.getCompanies()),
                event.getWeights(),
                event.getSeed());
    }

    static Student student(StudentProfile event) {
        return new Student(
                event.getStudentId(),
                event.getVersion(),
                known(Student.State.class, event.getState(), "state"),
                event.getPersonId(),
                event.getUniversity(),
                known(Degree.class, event.getDegree(), "degree"),
                event.getMajor(),
                levels(event.getSkills()),
                event.getOccupations(),
                event.getResearchTopics(),
                event.getRegions(),
                event.getRemote(),
                event.getAvailableFrom(),
                event.getAvailableUntil(),
                event.getDaysPerWeek(),
                event.getMinimumStipend(),
                new PreferenceList(event.getPreferences(), event.getOnlyThese()),
                event.getConsent());
    }

    static Internship internship(dev.talentpipeline.events.Internship event) {
        return new Internship(
                event.getInternshipId(),
                event.getVersion(),
                known(Internship.State.class, event.getState(), "state"),
                event.getCompany(),
                event.getTitle(),
                event.getOccupation(),
                event.getRegion(),
                event.getRemote(),
                event.getStartsOn(),
                event.getWeeks(),
                event.getDaysPerWeek(),
                event.getStipend(),
                event.getSeats(),
                known(Degree.class, event.getMinimumDegree(), "minimumDegree"),
                new HashSet<>(event.getMajors()),
                levels(event.getRequiredSkills()),
                new HashSet<>(event.getPreferredSkills()),
                event.getResearchTopics(),
                new PreferenceList(event.getPreferences(), event.getOnlyThese()),
                new HashSet<>(event.getExcluded()),
                event.getApplyBy());
    }

    static Offer offer(dev.talentpipeline.events.Offer event) {
        return new Offer(
                event.getOfferId(),
                event.getVersion(),
                known(Offer.State.class, event.getState(), "state"),
                event.getReason(),
                new Pair(event.getStudentId(), event.getInternshipId()),
                new Versions(event.getProgrammeVersion(), event.getStudentVersion(), event.getInternshipVersion()));
    }

    private static Map<String, Integer> levels(List<SkillLevel> skills) {
        Map<String, Integer> levels = new HashMap<>();
        // Where a skill stands twice the higher level counts: both were claimed.
        skills.forEach(skill -> levels.merge(skill.getSkill(), skill.getLevel(), Integer::max));
        return levels;
    }

    private static <E extends Enum<E>> E known(Class<E> type, Enum<?> symbol, String field) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(symbol.name())) {
                return constant;
            }
        }
        throw new UnappliableEventException(
                "%s (%s) must be one that this version knows. Maybe the event was written by a newer version."
                        .formatted(field, symbol));
    }
}
