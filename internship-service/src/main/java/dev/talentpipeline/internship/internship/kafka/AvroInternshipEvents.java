package dev.talentpipeline.internship.internship.kafka;

import dev.talentpipeline.events.Degree;
import dev.talentpipeline.events.InternshipState;
import dev.talentpipeline.events.SkillLevel;
import dev.talentpipeline.internship.internship.Hindrance;
import dev.talentpipeline.internship.internship.Internship;
import dev.talentpipeline.internship.internship.InternshipEvents;
import dev.talentpipeline.internship.internship.Opening;
import dev.talentpipeline.internship.outbox.kafka.AvroOutbox;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Internships on the topic {@code internships}, without their description. */
@Component
final class AvroInternshipEvents implements InternshipEvents {

    private final AvroOutbox outbox;
    private final Programmes programmes;

    AvroInternshipEvents(AvroOutbox outbox, Programmes programmes) {
        this.outbox = outbox;
        this.programmes = programmes;
    }

    @Override
    public void changed(Internship internship) {
        String key = Topic.key(internship.programme(), internship.id().toString());
        outbox.append(Topics.INTERNSHIPS, key, internship.version(), event(internship, approvers(internship)));
    }

    private List<String> approvers(Internship internship) {
        return internship.hindrance() == Hindrance.APPROVAL_AWAITED
                ? programmes
                        .find(internship.programme())
                        .map(Programme::approversOfOpenings)
                        .orElse(List.of())
                : List.of();
    }

    private static dev.talentpipeline.events.Internship event(Internship internship, List<String> approvers) {
        Opening opening = internship.opening();
        Hindrance hindrance = internship.hindrance();
        return dev.talentpipeline.events.Internship.newBuilder()
                .setProgrammeId(internship.programme())
                .setInternshipId(internship.id().toString())
                .setVersion(internship.version())
                .setState(InternshipState.valueOf(internship.state().name()))
                .setReason(hindrance == null ? null : hindrance.name())
                .setCompany(internship.company())
                .setTitle(opening.title())
                .setOccupation(opening.occupation())
                .setRegion(opening.region())
                .setRemote(opening.remote())
                .setStartsOn(opening.startsOn())
                .setWeeks(opening.weeks())
                .setDaysPerWeek(opening.daysPerWeek())
                .setStipend(opening.stipend())
                .setSeats(opening.seats())
                .setMinimumDegree(Degree.valueOf(opening.minimumDegree().name()))
                .setMajors(opening.majors())
                .setRequiredSkills(opening.requiredSkills().stream()
                        .map(skill -> new SkillLevel(skill.id(), skill.level()))
                        .toList())
                .setPreferredSkills(opening.preferredSkills())
                .setResearchTopics(opening.researchTopics())
                .setPreferences(texts(opening.preferences()))
                .setOnlyThese(opening.onlyThese())
                .setExcluded(texts(opening.excluded()))
                .setApplyBy(internship.closesAt())
                .setApproval(internship.approval().step().name())
                .setApprovalReason(internship.approval().reason())
                .setApprovers(approvers)
                .setChangedAt(internship.changedAt())
                .build();
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
