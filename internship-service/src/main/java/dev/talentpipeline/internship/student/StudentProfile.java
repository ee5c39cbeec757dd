package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.catalogue.SkillLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a student that matching may see.
 *
 * @param regions that suit, ISO 3166-2; empty: any
 * @param minimumStipend lowest stipend that suits, CNY a month
 * @param preferences internships, best first
 * @param onlyThese whether only the listed internships are acceptable
 * @param school of the university that the student belongs to, as the university says; endorsements go by it, matching does not, so
 *     that it is not told
 * @param consent whether consent to be matched was given
 */
public record StudentProfile(
        Degree degree,
        String major,
        @Nullable LocalDate graduatesOn,
        List<SkillLevel> skills,
        List<String> occupations,
        List<String> researchTopics,
        List<String> regions,
        boolean remote,
        LocalDate availableFrom,
        LocalDate availableUntil,
        int daysPerWeek,
        int minimumStipend,
        List<UUID> preferences,
        boolean onlyThese,
        boolean consent,
        @Nullable String school) {

    public StudentProfile {
        skills = List.copyOf(skills);
        occupations = List.copyOf(occupations);
        researchTopics = List.copyOf(researchTopics);
        regions = List.copyOf(regions);
        preferences = List.copyOf(preferences);
    }

    /** The same profile with or without consent. */
    StudentProfile consenting(boolean given) {
        return given == consent
                ? this
                : new StudentProfile(
                        degree,
                        major,
                        graduatesOn,
                        skills,
                        occupations,
                        researchTopics,
                        regions,
                        remote,
                        availableFrom,
                        availableUntil,
                        daysPerWeek,
                        minimumStipend,
                        preferences,
                        onlyThese,
                        given,
                        school);
    }

    /** The same profile but for these facts, which are as in the other. */
    StudentProfile keeping(Set<OwnFact> kept, StudentProfile other) {
        if (kept.isEmpty()) {
            return this;
        }
        Function<OwnFact, StudentProfile> of = fact -> kept.contains(fact) ? other : this;
        return new StudentProfile(
                degree,
                major,
                graduatesOn,
                of.apply(OwnFact.SKILLS).skills,
                of.apply(OwnFact.OCCUPATIONS).occupations,
                of.apply(OwnFact.RESEARCH_TOPICS).researchTopics,
                of.apply(OwnFact.REGIONS).regions,
                of.apply(OwnFact.REMOTE).remote,
                of.apply(OwnFact.AVAILABLE_FROM).availableFrom,
                of.apply(OwnFact.AVAILABLE_UNTIL).availableUntil,
                of.apply(OwnFact.DAYS_PER_WEEK).daysPerWeek,
                of.apply(OwnFact.MINIMUM_STIPEND).minimumStipend,
                of.apply(OwnFact.PREFERENCES).preferences,
                of.apply(OwnFact.ONLY_THESE).onlyThese,
                of.apply(OwnFact.CONSENT).consent,
                school);
    }

    /** The same profile with what the other has of the university's roll. */
    StudentProfile asOnRollOf(StudentProfile other) {
        return onRoll(other.degree, other.major, other.graduatesOn, other.school);
    }

    /** The same profile with what the university knows; what it does not know stays, but for the school. */
    StudentProfile onRoll(StudentsOnRoll.Known known) {
        Degree knownDegree = known.degree();
        String knownMajor = known.major();
        LocalDate knownDay = known.graduatesOn();
        return onRoll(
                knownDegree == null ? degree : knownDegree,
                knownMajor == null ? major : knownMajor,
                knownDay == null ? graduatesOn : knownDay,
                known.school());
    }

    /** The same profile of a student of that school; null: of none. */
    StudentProfile ofSchool(@Nullable String named) {
        return onRoll(degree, major, graduatesOn, named);
    }

    private StudentProfile onRoll(Degree ofDegree, String ofMajor, @Nullable LocalDate day, @Nullable String ofSchool) {
        return new StudentProfile(
                ofDegree,
                ofMajor,
                day,
                skills,
                occupations,
                researchTopics,
                regions,
                remote,
                availableFrom,
                availableUntil,
                daysPerWeek,
                minimumStipend,
                preferences,
                onlyThese,
                consent,
                ofSchool);
    }

    /** Which of what is on the roll differs from the other. What is sent of the school is not looked at. */
    List<String> otherOnRollThan(StudentProfile other) {
        List<String> fields = new ArrayList<>();
        if (degree != other.degree) {
            fields.add("degree");
        }
        if (!major.equals(other.major)) {
            fields.add("major");
        }
        if (!Objects.equals(graduatesOn, other.graduatesOn)) {
            fields.add("graduatesOn");
        }
        return fields;
    }
}
