package dev.talentpipeline.monitoring.servicelevel;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What is promised: so many of a hundred within so long, measured over so long.
 *
 * @param within how long it may take
 * @param objective how many of a hundred have to be as quick as that, with two places; less than a hundred, since a promise that leaves no room for a fault pages for each
 * @param over the time up to now over which they are counted
 */
public record Target(Duration within, BigDecimal objective, Duration over) {

    public static final Duration SHORTEST = Duration.ofSeconds(1);
    public static final Duration LONGEST = Duration.ofDays(1);
    public static final BigDecimal LEAST = new BigDecimal("50.00");
    public static final BigDecimal MOST = new BigDecimal("99.99");
    public static final Duration BRIEFEST = Duration.ofHours(1);
    /** As long as measures are kept. */
    public static final Duration FURTHEST = Duration.ofDays(30);

    private static final int PLACES = 2;

    public Target {
        if (!isWithin(within, SHORTEST, LONGEST)
                || objective.scale() != PLACES
                || objective.compareTo(LEAST) < 0
                || objective.compareTo(MOST) > 0
                || !isWithin(over, BRIEFEST, FURTHEST)) {
            throw new IllegalArgumentException(
                    "target (%s, %s, %s) must be within its bounds. Maybe the edge has not checked it?"
                            .formatted(within, objective, over));
        }
    }

    static boolean isWithin(Duration what, Duration least, Duration most) {
        return what.compareTo(least) >= 0 && what.compareTo(most) <= 0;
    }

    /** The share that has to be good, from 0 to 1. */
    public double share() {
        return objective.movePointLeft(PLACES).doubleValue();
    }
}
