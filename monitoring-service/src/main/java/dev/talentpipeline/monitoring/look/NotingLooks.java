package dev.talentpipeline.monitoring.look;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notes who is shown fields that say what was thought of a student or what a student decided, before they are shown. Who a student is stands nowhere in the journal; but operations has ways to find out,
 * so these are nobody's business without a reason.
 */
public final class NotingLooks {

    /** A meeting is so as a whole: that a company wants to see a student, and what the student says to it. */
    static final Set<String> SENSITIVE = Set.of(
            "meetingId",
            "score",
            "studentRank",
            "internshipRank",
            "reason",
            "interviews",
            "jobOfferedAt",
            "jobAcceptedAt",
            "jobDeclinedAt",
            "jobStartsOn",
            "employmentAgreedOn");

    private final Looks looks;
    private final Clock clock;

    NotingLooks(Looks looks, Clock clock) {
        this.looks = looks;
        this.clock = clock;
    }

    /**
     * Notes it, if there is anything of the kind among what is shown.
     *
     * @param by the account that looks
     * @param onBehalfOf whose rights it uses; null: its own
     * @param id by which it looks; null: by none
     */
    public void note(
            String by,
            @Nullable String onBehalfOf,
            Look.Kind kind,
            @Nullable String id,
            Collection<? extends @Nullable Map<String, Object>> payloads) {
        int events = (int) payloads.stream().filter(NotingLooks::isSensitive).count();
        if (events > 0) {
            looks.note(new Look(0, clock.instant(), by, onBehalfOf, kind, id, events));
        }
    }

    private static boolean isSensitive(@Nullable Map<String, Object> payload) {
        return payload != null && SENSITIVE.stream().anyMatch(field -> payload.get(field) != null);
    }

    public List<Look> latest(Looks.Sought sought, Looks.@Nullable Place after, int limit) {
        return looks.latest(sought, after, limit);
    }

    /** Takes away what is as old as that. The caller opens the transaction. */
    public void forget(Duration age) {
        looks.forget(clock.instant().minus(age));
    }
}
