package dev.talentpipeline.internship.student.kafka;

import dev.talentpipeline.events.Degree;
import dev.talentpipeline.events.SkillLevel;
import dev.talentpipeline.events.StudentState;
import dev.talentpipeline.internship.outbox.kafka.AvroOutbox;
import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.student.StudentEvents;
import dev.talentpipeline.internship.student.StudentProfile;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Students on the topic {@code student-profiles}: what matching may see, and nothing else. */
@Component
final class AvroStudentEvents implements StudentEvents {

    private final AvroOutbox outbox;

    AvroStudentEvents(AvroOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void changed(Student student) {
        outbox.append(Topics.STUDENT_PROFILES, key(student), student.version(), event(student));
    }

    @Override
    public void changedAll(List<Student> students) {
        outbox.appendAll(
                Topics.STUDENT_PROFILES,
                students.stream()
                        .map(student -> new AvroOutbox.Told<>(key(student), student.version(), event(student)))
                        .toList());
    }

    private static String key(Student student) {
        return Topic.key(student.programme(), student.id().toString());
    }

    private static dev.talentpipeline.events.StudentProfile event(Student student) {
        StudentProfile profile = student.profile();
        return dev.talentpipeline.events.StudentProfile.newBuilder()
                .setProgrammeId(student.programme())
                .setStudentId(student.id().toString())
                .setVersion(student.version())
                .setState(StudentState.valueOf(student.state().name()))
                .setPersonId(student.person().id().toString())
                .setUniversity(student.person().university())
                .setDegree(Degree.valueOf(profile.degree().name()))
                .setMajor(profile.major())
                .setGraduatesOn(profile.graduatesOn())
                .setSkills(profile.skills().stream()
                        .map(skill -> new SkillLevel(skill.id(), skill.level()))
                        .toList())
                .setOccupations(profile.occupations())
                .setResearchTopics(profile.researchTopics())
                .setRegions(profile.regions())
                .setRemote(profile.remote())
                .setAvailableFrom(profile.availableFrom())
                .setAvailableUntil(profile.availableUntil())
                .setDaysPerWeek(profile.daysPerWeek())
                .setMinimumStipend(profile.minimumStipend())
                .setPreferences(
                        profile.preferences().stream().map(UUID::toString).toList())
                .setOnlyThese(profile.onlyThese())
                .setConsent(profile.consent())
                .setChangedAt(student.changedAt())
                .build();
    }
}
