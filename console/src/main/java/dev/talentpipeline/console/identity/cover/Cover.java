package dev.talentpipeline.console.identity.cover;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deputy may act for an absent colleague.
 *
 * @param account the absent one
 * @param from the first day
 * @param until the last day
 * @param endedBy who ended it before its time; null: nobody did
 */
public record Cover(
        UUID id,
        String account,
        String deputy,
        LocalDate from,
        LocalDate until,
        String namedBy,
        @Nullable String endedBy) {

    /** Days begin and end where the programmes' calendar has its days. */
    public static final ZoneId CALENDAR = ZoneId.of("Asia/Shanghai");

    public boolean isCurrent(LocalDate today) {
        return endedBy == null && !today.isBefore(from) && !today.isAfter(until);
    }

    /** Whether it is current, or will be. */
    public boolean isPending(LocalDate today) {
        return endedBy == null && !today.isAfter(until);
    }

    /** Whether both let the same deputy act for the same account on the same days. */
    boolean isSameAs(Cover other) {
        return account.equals(other.account)
                && deputy.equals(other.deputy)
                && from.equals(other.from)
                && until.equals(other.until);
    }

    Cover ended(String by) {
        return new Cover(id, account, deputy, from, until, namedBy, by);
    }

    Cover takenOverBy(String successor) {
        return new Cover(id, account, successor, from, until, namedBy, endedBy);
    }
}
