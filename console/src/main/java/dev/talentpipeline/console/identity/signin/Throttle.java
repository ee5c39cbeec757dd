package dev.talentpipeline.console.identity.signin;

import java.time.Duration;

/**
 * How long to wait after how many failures. The first few are free, since people mistype; after that the wait doubles with
 * each failure up to a bound that keeps a stranger from locking somebody out for long. Failures are forgotten an hour after
 * the last one.
 *
 * @param free how many failures cost no wait
 * @param first the wait after the next one
 */
public record Throttle(int free, Duration first, Duration longest, Duration forgottenAfter) {

    /** For one account, from wherever: 5 failures are free, then 30 s, 1 min, 2 min … up to 15 min. */
    public static final Throttle OF_ACCOUNT =
            new Throttle(5, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(1));

    /** For one address, at whatever accounts: several people may share it, so 30 are free. */
    public static final Throttle OF_ADDRESS =
            new Throttle(30, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(1));

    /**
     * For one machine: its workers may fetch tokens at once, each counted until it succeeds, and its secret is random, so 50 are
     * free.
     */
    public static final Throttle OF_CLIENT =
            new Throttle(50, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(1));

    /**
     * For claims from one address. A secret of 256 bits is not guessed, so nobody needs to be held for long; but each claim costs what all claims
     * share, and a campus may have one address: 60 are free, and those that succeed do not count.
     */
    public static final Throttle OF_CLAIMS =
            new Throttle(60, Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofMinutes(10));

    /**
     * For looks at claim links from one address, each counted until it is answered. They are many more than claims, since the messengers in which links
     * are sent look as well: 600 are free.
     */
    public static final Throttle OF_LOOKS =
            new Throttle(600, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10));

    /** For links by mail to one student: each is a mail in their box, and the last one still works, so that 3 in an hour are plenty. */
    public static final Throttle OF_LINKS_TO =
            new Throttle(3, Duration.ofMinutes(2), Duration.ofMinutes(15), Duration.ofHours(1));

    /** For links by mail that one address asks for, to whomever: a campus may share it, so 30 are free. */
    public static final Throttle OF_LINKS_FROM =
            new Throttle(30, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(1));

    /** The wait that the given failure, counted from 1, costs. */
    public Duration waitAfter(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - free, 30);
        Duration wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
