package dev.talentpipeline.internship.student;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The skills that are attested to students. */
public interface Attestations {

    /** Attested skills of each of the students that has any, the latest first. */
    Map<UUID, List<AttestedSkill>> of(Collection<UUID> students);
}
