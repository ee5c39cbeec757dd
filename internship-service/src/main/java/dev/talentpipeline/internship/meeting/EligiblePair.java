package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.catalogue.SkillLevel;
import dev.talentpipeline.internship.internship.Internship;
import dev.talentpipeline.internship.internship.Opening;
import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.student.StudentProfile;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a student and an internship could be matched: the hard rules that the matcher has, under its names. Lists are no rule here, as the two
 * rank each other after they met.
 */
enum EligiblePair {
    DEGREE {
        @Override
        boolean holds(StudentProfile student, Opening internship) {
            return student.degree().compareTo(internship.minimumDegree()) >= 0;
        }
    },
    MAJOR {
        @Override
        boolean holds(StudentProfile student, Opening internship) {
            return internship.majors().isEmpty()
                    || internship.majors().stream().anyMatch(student.major()::equalsIgnoreCase);
        }
    },
    REQUIRED_SKILLS {
        @Override
        boolean holds(StudentProfile student, Opening internship) {
            var levels =
                    student.skills().stream().collect(Collectors.toMap(SkillLevel::id, SkillLevel::level, Math::max));
            return internship.requiredSkills().stream()
                    .allMatch(skill -> levels.getOrDefault(skill.id(), 0) >= skill.level());
        }
    },
    REGION {
        @Override
        boolean holds(StudentProfile student, Opening internship) {
            String region = internship.region();
            boolean there = region != null
                    && (student.regions().isEmpty() || student.regions().contains(region));
            return there || (student.remote() && internship.remote());
        }
    },
    START {
        @Override
        boolean holds(StudentProfile student, Opening internship) {
            LocalDate start = internship.startsOn();
            return !start.isBefore(student.availableFrom()) && !start.isAfter(student.availableUntil());
        }
    },
    WEEKS {
        @Override
        boolean holds(StudentProfile student, Opening internship) {
            return !internship.endsOn().isAfter(student.availableUntil());
        }
    },
    DAYS_PER_WEEK {
        @Override
        boolean holds(StudentProfile student, Opening internship) {
            return internship.daysPerWeek() <= student.daysPerWeek();
        }
    },
    STIPEND {
        @Override
        boolean holds(StudentProfile student, Opening internship) {
            return internship.stipend() >= student.minimumStipend();
        }
    };

    abstract boolean holds(StudentProfile student, Opening internship);

    /**
     * The first rule that fails, by its name; empty: the two may meet.
     *
     * @param made every offer made to the person
     */
    static Optional<String> obstacle(Student student, Internship internship, List<Offer> made) {
        Opening opening = internship.opening();
        if (opening.excluded().contains(student.id())) {
            return Optional.of("NOT_EXCLUDED");
        }
        boolean barred = made.stream()
                .filter(offer -> offer.proposal().student().equals(student.id()))
                .filter(offer -> offer.proposal().internship().equals(internship.id()))
                .anyMatch(offer -> offer.status().barsPair());
        if (barred) {
            return Optional.of("NOT_BARRED");
        }
        return EnumSet.allOf(EligiblePair.class).stream()
                .filter(rule -> !rule.holds(student.profile(), opening))
                .map(Enum::name)
                .findFirst();
    }
}
