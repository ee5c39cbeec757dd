package dev.talentpipeline.internship.outcome;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Graduates and interns, counted. Whoever was erased is counted still, by what is left of them. */
public interface Outcomes {

    /** In the order of their groups. */
    List<Graduates> graduates(Scope scope, Grouping grouping);

    /** Those whom a period leaves out because their day of graduation is not known. */
    Undated undated(Scope scope);

    /** In the order of their groups. */
    List<Interns> interns(Scope scope, Grouping grouping);

    /**
     * Graduates of a group, by what the destinations that hold count as.
     *
     * @param all with and without a destination
     * @param erased those of them of whom only that is left
     */
    record Graduates(
            @Nullable String group,
            long all,
            long employed,
            long service,
            long furtherStudy,
            long seeking,
            long notSeeking,
            long verified,
            long erased) {

        /** Both groups as one of which nothing more is known. */
        Graduates and(Graduates other) {
            return new Graduates(
                    null,
                    all + other.all,
                    employed + other.employed,
                    service + other.service,
                    furtherStudy + other.furtherStudy,
                    seeking + other.seeking,
                    notSeeking + other.notSeeking,
                    verified + other.verified,
                    erased + other.erased);
        }

        long placed() {
            return employed + service + furtherStudy;
        }

        long known() {
            return placed() + seeking + notSeeking;
        }
    }

    /**
     * Graduates whatever their day of graduation.
     *
     * @param undated those of them who have none
     */
    record Undated(long undated, long all) {}

    /**
     * Interns of a group.
     *
     * @param begun placements that have begun and were not given up
     * @param offered those in which a job was offered
     * @param jobs those in which it was accepted
     * @param matching those whose job goes on from the research topic
     * @param medianDays from the start to the job offer; null: none was made
     * @param erased those of the begun whose interns were erased
     */
    record Interns(
            @Nullable String group,
            long begun,
            long offered,
            long jobs,
            long matching,
            @Nullable Double medianDays,
            long erased) {}

    /**
     * Who is counted; what is null does not narrow.
     *
     * @param from the first day of graduation
     * @param until the last one
     * @param asOf the day at whose end it is counted, by what was recorded until then; null: by what is recorded now
     */
    record Scope(
            @Nullable String university,
            @Nullable String school,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate asOf) {

        boolean isOfAPeriod() {
            return from != null || until != null;
        }
    }
}
