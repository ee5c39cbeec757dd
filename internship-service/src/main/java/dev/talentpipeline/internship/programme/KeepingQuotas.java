package dev.talentpipeline.internship.programme;

import dev.talentpipeline.internship.refusal.Refusal;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Lets a member enter no more than its quota, in the transaction that enters. Those who enter for the same member do so one after the
 * other, where there is a quota. A quota that was lowered throws nobody out: what is there stays, and may be changed as long as it does not grow.
 */
public final class KeepingQuotas {

    private final Entries entries;

    KeepingQuotas(Entries entries) {
        this.entries = entries;
    }

    /** Must come before {@link #refuseBeyond} and before the locks of people and internships. */
    public void begin(Programme programme, MarketSide side, String member) {
        if (programme.rules().quotas().of(side, member).isPresent()) {
            entries.lock(programme.id(), side, member);
        }
    }

    /**
     * Refuses what would go beyond the quota.
     *
     * @param field that says how much
     * @param before how much of what is there this replaces
     * @param after how much there would be in its place
     */
    public void refuseBeyond(Programme programme, MarketSide side, String member, String field, int before, int after) {
        OptionalInt quota = programme.rules().quotas().of(side, member);
        if (quota.isEmpty() || after <= before) {
            return;
        }
        int others = entries.count(programme.id(), side, member) - before;
        if (others + after > quota.getAsInt()) {
            throw refusal(programme, side, member, field, after, quota.getAsInt(), others);
        }
    }

    private static RuntimeException refusal(
            Programme programme, MarketSide side, String member, String field, int wanted, int quota, int others) {
        String what = side == MarketSide.COMPANY ? "seats" : "students";
        int left = Math.max(0, quota - others);
        return new Refusal.Unprocessable(
                        "quota-exceeded",
                        "%s (%s) may have %d %s in programme (%s), and has %d besides."
                                .formatted(
                                        side == MarketSide.COMPANY ? "company" : "university",
                                        member,
                                        quota,
                                        what,
                                        programme.id(),
                                        others),
                        field,
                        wanted,
                        left == 0
                                ? "Withdraw others first, or ask the programme's owner for a higher quota."
                                : "Enter at most %d, withdraw others first, or ask the programme's owner for a higher quota."
                                        .formatted(left),
                        Map.of("quota", quota, "entered", others, "left", left))
                .asException();
    }
}
