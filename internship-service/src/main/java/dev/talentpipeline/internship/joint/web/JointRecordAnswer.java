package dev.talentpipeline.internship.joint.web;

import dev.talentpipeline.internship.catalogue.SkillLevel;
import dev.talentpipeline.internship.joint.JointRecord;
import dev.talentpipeline.internship.joint.JointRecord.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A project or course as it is answered. */
record JointRecordAnswer(
        String id,
        String programme,
        long version,
        JointRecord.Kind kind,
        String titleZh,
        String titleEn,
        @Nullable String description,
        String organisation,
        LocalDate startsOn,
        LocalDate endsOn,
        List<SkillLevel> skills,
        List<UUID> internships,
        Instant changedAt) {

    static JointRecordAnswer of(JointRecord record) {
        Content content = record.content();
        return new JointRecordAnswer(
                record.id(),
                record.programme(),
                record.version(),
                content.kind(),
                content.titleZh(),
                content.titleEn(),
                content.description(),
                content.organisation(),
                content.startsOn(),
                content.endsOn(),
                content.skills(),
                content.internships(),
                record.changedAt());
    }
}
