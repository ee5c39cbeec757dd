package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.organisation.Organisation;
import dev.talentpipeline.internship.organisation.Organisations;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says of a claim link, without using it up, whether it still claims and whose it is: enough for a student to notice that it is a neighbour's, and
 * no more than that, since it may be in wrong hands. For the front door alone, which brings the secret and slows down whoever guesses. Safe for
 * many threads.
 */
public final class LookingAtClaimLink {

    private static final int END_AT_MOST = 4;

    private final RollEntries entries;
    private final ClaimLinks links;
    private final Organisations organisations;
    private final Clock clock;

    LookingAtClaimLink(RollEntries entries, ClaimLinks links, Organisations organisations, Clock clock) {
        this.entries = entries;
        this.links = links;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * A link that claims.
     *
     * @param numberEnd the last characters of the student number, half of it at most
     */
    public record Seen(
            String university,
            @Nullable String nameZh,
            @Nullable String nameEn,
            String numberEnd,
            Instant expiresAt) {}

    /**
     * Looks at the link.
     *
     * @throws dev.talentpipeline.internship.refusal.RefusedException if the caller is not the front door, or the link is unknown, used or expired
     */
    public Seen look(Caller caller, String secret) {
        if (!caller.is(Role.OPERATIONS)) {
            throw new Refusal.Forbidden("Links are looked at at the front door.").asException();
        }
        ClaimLink link = links.find(ClaimLink.hash(secret)).orElseThrow(LookingAtClaimLink::notFound);
        RollEntry entry = entries.find(link.entry()).orElseThrow(LookingAtClaimLink::notFound);
        if (entry.claimedAt() != null) {
            throw new Refusal.Conflict(
                            "claim-link-used",
                            "The entry was claimed on %s, by this link or another one. A link claims once."
                                    .formatted(entry.claimedAt()),
                            Map.of())
                    .asException();
        }
        if (!clock.instant().isBefore(link.expiresAt())) {
            throw new Refusal.Conflict(
                            "claim-link-expired",
                            "The link claimed until %s.".formatted(link.expiresAt()),
                            Map.of("expiredAt", link.expiresAt().toString()))
                    .asException();
        }
        Organisation.Profile university = organisations
                .find(entry.university())
                .map(Organisation::profile)
                .orElse(null);
        return new Seen(
                entry.university(),
                university == null ? null : university.nameZh(),
                university == null ? null : university.nameEn(),
                endOf(entry.number()),
                link.expiresAt());
    }

    private static String endOf(String number) {
        return number.substring(number.length() - Math.min(END_AT_MOST, number.length() / 2));
    }

    private static RuntimeException notFound() {
        return new Refusal.NotFound("claim link", "of this secret").asException();
    }
}
