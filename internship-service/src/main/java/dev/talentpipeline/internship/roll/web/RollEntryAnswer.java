package dev.talentpipeline.internship.roll.web;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.roll.RollEntry;
import dev.talentpipeline.internship.roll.RollFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the roll as it is answered to its university. */
record RollEntryAnswer(
        UUID id,
        String university,
        String number,
        long version,
        String name,
        @Nullable String school,
        @Nullable String major,
        @Nullable String majorCode,
        @Nullable Degree degree,
        @Nullable LocalDate graduatesOn,
        @Nullable String phone,
        @Nullable String email,
        @Nullable UUID person,
        @Nullable Instant claimedAt,
        int asked,
        @Nullable Instant askedAt,
        Instant changedAt) {

    static RollEntryAnswer of(RollEntry entry) {
        RollFacts facts = entry.facts();
        return new RollEntryAnswer(
                entry.id(),
                entry.university(),
                entry.number(),
                entry.version(),
                facts.name(),
                facts.school(),
                facts.major(),
                facts.majorCode(),
                facts.degree(),
                facts.graduatesOn(),
                facts.phone(),
                facts.email(),
                entry.person(),
                entry.claimedAt(),
                entry.asked(),
                entry.askedAt(),
                entry.changedAt());
    }
}
