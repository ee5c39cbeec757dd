package dev.talentpipeline.console.page;

import dev.talentpipeline.kit.candidate.CandidateCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How values look on pages. Times are those of the programmes' calendar, whoever looks from wherever. */
public final class Shown {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

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
            "OK",
            "SEAT_HELD",
            "SEAT_FREE");

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
            "LAGGING",
            "CUTOFF_PASSED");

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

    /**
     * A piece of a sentence.
     *
     * @param day whether it is one, which is not to be broken at its hyphens
     */
    public record Piece(String text, boolean day) {}

    /** A sentence, cut at the days in it. */
    public List<Piece> pieces(@Nullable String sentence) {
        if (sentence == null) {
            return List.of();
        }
        List<Piece> pieces = new ArrayList<>();
        Matcher day = DAY.matcher(sentence);
        int end = 0;
        while (day.find()) {
            pieces.add(new Piece(sentence.substring(end, day.start()), false));
            pieces.add(new Piece(day.group(), true));
            end = day.end();
        }
        pieces.add(new Piece(sentence.substring(end), false));
        return pieces;
    }

    /** What a company calls the student of that id. */
    public String candidate(@Nullable String student) {
        return student == null ? "–" : CandidateCode.of(student);
    }

    /** A part of 1, as a percentage. */
    public String percent(@Nullable Double part) {
        return part == null ? "–" : Math.round(part * 100) + "%";
    }

    /** Parts of a hundred, as exact as they are known. */
    public String percentage(@Nullable Number parts) {
        return parts == null ? "–" : number(parts) + "%";
    }

    /** A number with as many decimals as it has. */
    public String number(Number number) {
        return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }

    /** How many of something: a number in groups of three digits, or a text that says more. */
    public String count(@Nullable Object count) {
        return count instanceof Number number ? String.format(Locale.ROOT, "%,d", number.longValue()) : value(count);
    }

    public String value(@Nullable Object value) {
        return value == null ? "–" : value.toString();
    }
}
