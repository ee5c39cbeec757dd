package dev.talentpipeline.matching.market;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What internship-service last said about a proposal, and what that means for the market.
 *
 * @param reason code of the reason for the state, where it has one
 * @param versions what the proposal saw; once REJECTED or RESCINDED, what was then current
 */
public record Offer(
        String id, long version, State state, @Nullable String reason, Pair pair, Versions versions) {

    private static final String STALE = "STALE";
    private static final String UPGRADE_LOST = "UPGRADE_LOST";
    private static final String DATA_RESTORED = "DATA_RESTORED";

    /** Reasons that newer rules outdate. */
    private static final Set<String> OF_RULES = Set.of("RECALLED", "MEMBER_LEFT");

    /** The states of an offer, each with what it does to its student and seat. */
    public enum State {
        AWAITING_APPROVAL(Effect.BINDS),
        EXTENDED(Effect.BINDS),
        KEPT(Effect.KEEPS),
        ACCEPTED(Effect.BINDS),
        CONFIRMED(Effect.BINDS),
        REJECTED(Effect.WAITS),
        RESCINDED(Effect.WAITS),
        DECLINED(Effect.BARS),
        VETOED(Effect.BARS),
        REFUSED(Effect.BARS),
        LAPSED(Effect.WAITS),
        EXPIRED(Effect.FREES),
        REPLACED(Effect.FREES),
        RELEASED(Effect.BARS);

        private final Effect effect;

        State(Effect effect) {
            this.effect = effect;
        }
    }

    private enum Effect {
        BINDS,
        /** Holds the seat and leaves the student in the market for something better. */
        KEEPS,
        FREES,
        /** Frees, and keeps the pair apart until something changed. */
        WAITS,
        /** Frees, and keeps the pair apart for good. */
        BARS
    }

    /** Whether the seat belongs to this offer. */
    boolean binds() {
        return state.effect == Effect.BINDS || keeps();
    }

    /** Whether the student only keeps it. */
    boolean keeps() {
        return state.effect == Effect.KEEPS;
    }

    /** Whether the pair is kept apart, for good or until something changed. */
    boolean mayKeepApart() {
        return state.effect == Effect.BARS || state.effect == Effect.WAITS;
    }

    /**
     * How the pair is kept apart while the market is at the given versions; null: it is not.
     *
     * @param rulesVersion the programme's version that brought the rules it has
     */
    @Nullable Apart keepsApart(Versions current, long rulesVersion) {
        return switch (state.effect) {
            case BINDS, KEEPS, FREES -> null;
            case BARS -> Apart.BARRED;
            case WAITS -> outwaited(current, rulesVersion) ? null : Apart.WAITING;
        };
    }

    private boolean outwaited(Versions current, long rulesVersion) {
        if (UPGRADE_LOST.equals(reason) || DATA_RESTORED.equals(reason)) {
            // Nothing about the pair failed: the offer that was to be replaced had gone, and its own event tells the
            // rest; or the offer went with a database that is lost.
            return true;
        }
        if (reason != null && OF_RULES.contains(reason)) {
            // Under the same rules the same facts would match the two again, also after the programme was held and goes
            // on.
            return rulesVersion > versions.programme() || current.studentOrInternshipBeyond(versions);
        }
        if (state == State.RESCINDED || state == State.LAPSED) {
            return current.studentOrInternshipBeyond(versions);
        }
        // A stale proposal failed only because newer versions were on their way: once they are here it may be tried
        // again.
        return STALE.equals(reason) ? current.allAtLeast(versions) : current.anyBeyond(versions);
    }
}
