package dev.talentpipeline.internship.offer;

import java.time.LocalDate;
import java.util.List;

/**
 * Dates that an offer takes up once it is accepted, fixed when it is made.
 *
 * @param startsOn first day
 * @param endsOn last day
 */
public record Commitment(LocalDate startsOn, LocalDate endsOn, int daysPerWeek) {

    /** What a person can commit to at the same time, in days a week. */
    static final int DAYS_IN_A_WEEK = 5;

    boolean overlaps(Commitment other) {
        return !startsOn.isAfter(other.endsOn) && !other.startsOn.isAfter(endsOn);
    }

    private boolean covers(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }

    /**
     * Whether a person who has the others can take this one too: on no day do overlapping commitments add up to more than five days a week.
     * The sum can only peak on the first day of a commitment. Alone, a commitment always fits.
     */
    boolean fitsBeside(List<Commitment> others) {
        List<Commitment> overlapping = others.stream().filter(this::overlaps).toList();
        return overlapping.stream().map(Commitment::startsOn).allMatch(day -> fitsOn(day, overlapping))
                && fitsOn(startsOn, overlapping);
    }

    private boolean fitsOn(LocalDate day, List<Commitment> overlapping) {
        List<Commitment> that =
                overlapping.stream().filter(each -> each.covers(day)).toList();
        int days = that.stream().mapToInt(Commitment::daysPerWeek).sum();
        return !covers(day) || that.isEmpty() || days + daysPerWeek <= DAYS_IN_A_WEEK;
    }
}
