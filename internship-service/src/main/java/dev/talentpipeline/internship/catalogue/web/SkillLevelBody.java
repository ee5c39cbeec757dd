package dev.talentpipeline.internship.catalogue.web;

import dev.talentpipeline.internship.catalogue.SkillLevel;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.description.Described;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A skill at a level, as profiles and openings send it. */
public record SkillLevelBody(
        @Described(required = true) @Nullable String id,

        @Described(required = true) @Nullable Integer level) {

    private static final int MOST = 100;
    private static final int HIGHEST_LEVEL = 5;

    /** The skills of a field, each at a level and listed once. */
    public static List<SkillLevel> read(
            Violations violations, String field, @Nullable List<@Nullable SkillLevelBody> bodies) {
        List<SkillLevel> skills = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (SkillLevelBody body : violations.items(field, bodies, MOST)) {
            String at = "%s[%d]".formatted(field, index++);
            String id = violations.text(at + ".id", body == null ? null : body.id, 64);
            int level = violations.within(at + ".level", body == null ? null : body.level, 1, HIGHEST_LEVEL, null);
            if (!id.isEmpty() && !seen.add(id)) {
                violations.add(at + ".id", id, "List it once.");
            }
            skills.add(new SkillLevel(id, level));
        }
        return skills;
    }
}
