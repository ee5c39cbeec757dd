package dev.talentpipeline.internship.roll;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student on the roll of their university.
 *
 * @param id random, without meaning
 * @param number student number, unique at the university
 * @param version grows by 1 with every change
 * @param person who is behind it, once anything but the roll knows of them
 * @param claimedAt when the student took over what is theirs; null: not yet
 * @param asked how often the student was asked to
 * @param askedAt when last; null: never
 */
public record RollEntry(
        UUID id,
        String university,
        String number,
        long version,
        RollFacts facts,
        @Nullable UUID person,
        @Nullable Instant claimedAt,
        int asked,
        @Nullable Instant askedAt,
        Instant changedAt) {

    /** This entry with other facts and whoever is behind it, one version on; itself if nothing differs. */
    RollEntry of(RollFacts other, @Nullable UUID behind, Instant now) {
        return other.equals(facts) && Objects.equals(behind, person)
                ? this
                : new RollEntry(id, university, number, version + 1, other, behind, claimedAt, asked, askedAt, now);
    }

    /** This entry as the person has claimed it, one version on. */
    RollEntry claimedBy(UUID themselves, Instant now) {
        return new RollEntry(id, university, number, version + 1, facts, themselves, now, asked, askedAt, now);
    }
}
