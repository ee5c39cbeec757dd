package dev.talentpipeline.internship.student;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All that is attested to students, whatever attests it. */
public final class AttestedSkills {

    private final List<Attestations> all;

    AttestedSkills(List<Attestations> all) {
        this.all = List.copyOf(all);
    }

    /** Attested skills of each of the students that has any, the latest first. */
    public Map<UUID, List<AttestedSkill>> of(Collection<UUID> students) {
        Map<UUID, List<AttestedSkill>> attested = new HashMap<>();
        all.forEach(some -> some.of(students)
                .forEach((student, skills) -> attested.computeIfAbsent(student, _ -> new ArrayList<>())
                        .addAll(skills)));
        attested.values()
                .forEach(skills -> skills.sort(
                        Comparator.comparing(AttestedSkill::completedOn).reversed()));
        return attested;
    }
}
