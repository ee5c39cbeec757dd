package dev.talentpipeline.console.page;

import dev.talentpipeline.kit.candidate.CandidateCode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How values look on pages. Times are those of the programmes' calendar, whoever looks from wherever. */
public final class Shown {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private static final Set<String> GOOD = Set.of(
            "ACCEPTED",
            "CONFIRMED",
            "RUNNING",
            "VERIFIED",
            "OPEN",
            "ACTIVE",
            "AGREED",
            "STARTED",
            "COMPLETED",
            "SIGNED",
            "WHOLE",
            "ENDORSED",
            "OK");

    private static final Set<String> WAITING = Set.of(
            "EXTENDED",
            "KEPT",
            "AWAITING_APPROVAL",
            "HELD",
            "PAUSED",
            "ENTERED",
            "WAITING",
            "DRAFT",
            "PENDING",
            "AWAITING_SIGNATURES",
            "DRAFTED",
            "PARTLY_SIGNED",
            "INVITED",
            "PROPOSED",
            "OFFERED",
            "LAGGING");

    private static final Set<String> BAD = Set.of(
            "VETOED",
            "REFUSED",
            "REJECTED",
            "RESCINDED",
            "SUSPENDED",
            "EXPIRED",
            "LAPSED",
            "FAILED",
            "DEAD",
            "ENDED",
            "STUCK",
            "STOPPED",
            "UNDECLARED",
            "MISSING",
            "UNREADABLE",
            "OVERDUE");

    Shown() {}

    /** What colour a state has, beside its word: good, wait for something to be done, bad, or idle. */
    public String tone(@Nullable String state) {
        if (state == null) {
            return "idle";
        }
        return GOOD.contains(state) ? "good" : WAITING.contains(state) ? "wait" : BAD.contains(state) ? "bad" : "idle";
    }

    public String time(@Nullable Instant instant) {
        return instant == null ? "–" : MINUTE.format(instant);
    }

    /** To the second, for somebody who waits for it. */
    public String second(Instant instant) {
        return SECOND.format(instant);
    }

    /** What a company calls the student of that id. */
    public String candidate(@Nullable String student) {
        return student == null ? "–" : CandidateCode.of(student);
    }

    /** A part of 1, as a percentage. */
    public String percent(@Nullable Double part) {
        return part == null ? "–" : Math.round(part * 100) + "%";
    }

    /** How many of something: a number in groups of three digits, or a text that says more. */
    public String count(@Nullable Object count) {
        return count instanceof Number number ? String.format(Locale.ROOT, "%,d", number.longValue()) : value(count);
    }

    public String value(@Nullable Object value) {
        return value == null ? "–" : value.toString();
    }
}
