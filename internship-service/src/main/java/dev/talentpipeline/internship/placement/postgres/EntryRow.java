package dev.talentpipeline.internship.placement.postgres;

import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.placement.Entry;
import dev.talentpipeline.internship.placement.Entry.Content;
import dev.talentpipeline.internship.placement.Entry.Content.Confirmed;
import dev.talentpipeline.internship.placement.Entry.Content.Disputed;
import dev.talentpipeline.internship.placement.Entry.Content.Recorded;
import dev.talentpipeline.internship.placement.Entry.Content.Voided;
import dev.talentpipeline.internship.placement.Job;
import dev.talentpipeline.internship.placement.Step;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an entry says, as the columns of a row. */
record EntryRow(
        String kind,
        @Nullable Integer about,
        @Nullable String step,
        @Nullable LocalDate happenedOn,
        boolean early,
        @Nullable String reason,
        @Nullable String jobTitle,
        @Nullable LocalDate jobStartsOn,
        @Nullable Boolean jobMatchesTopic) {

    static EntryRow of(Entry entry) {
        return switch (entry.content()) {
            case Recorded(Step step, LocalDate on, String reason, boolean early, Job job) ->
                new EntryRow(
                        "RECORDED",
                        null,
                        step.name(),
                        on,
                        early,
                        reason,
                        job == null ? null : job.title(),
                        job == null ? null : job.startsOn(),
                        job == null ? null : job.matchesResearchTopic());
            case Confirmed(int about) -> about("CONFIRMED", about, null);
            case Disputed(int about, String reason) -> about("DISPUTED", about, reason);
            case Voided(int about, String reason) -> about("VOIDED", about, reason);
        };
    }

    private static EntryRow about(String kind, int about, @Nullable String reason) {
        return new EntryRow(kind, about, null, null, false, reason, null, null, null);
    }

    static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getInt("entry"),
                content(row),
                new Actor(row.getString("role"), row.getString("subject")),
                Rows.instant(row, "at"));
    }

    private static Content content(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String reason = row.getString("reason");
        return switch (kind) {
            case "RECORDED" ->
                new Recorded(
                        Step.valueOf(row.getString("step")),
                        row.getObject("happened_on", LocalDate.class),
                        reason,
                        row.getBoolean("early"),
                        job(row));
            case "CONFIRMED" -> new Confirmed(row.getInt("about"));
            case "DISPUTED" -> new Disputed(row.getInt("about"), reason);
            case "VOIDED" -> new Voided(row.getInt("about"), reason);
            default -> throw new IllegalStateException("kind (%s) must be one that the table allows.".formatted(kind));
        };
    }

    /** The title of an erased person's job is gone; that there was one is not. */
    private static @Nullable Job job(ResultSet row) throws SQLException {
        LocalDate startsOn = row.getObject("job_starts_on", LocalDate.class);
        return startsOn == null
                ? null
                : new Job(
                        Objects.requireNonNullElse(row.getString("job_title"), ""),
                        startsOn,
                        row.getBoolean("job_matches_topic"));
    }
}
