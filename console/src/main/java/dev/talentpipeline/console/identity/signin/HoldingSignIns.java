package dev.talentpipeline.console.identity.signin;

import dev.talentpipeline.console.identity.Refusal;
import dev.talentpipeline.console.identity.Refusal.Reason;
import dev.talentpipeline.console.identity.signin.Attempts.Counted;
import java.io.Serial;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Holds back who guesses passwords, by the name they try and by the address they try from. A name that nobody has is held like
 * one that somebody has. While held, even the right password is not looked at.
 *
 * <p>A loopback address is not counted: it is this machine, or a proxy on it behind which everybody has that address.
 *
 * <p>Claims of rolls, and looks at their links, are counted by the address alone, since they come with nothing else.
 *
 * <p>Machines are counted by their id alone: one that goes on trying an old secret must not hold back everybody who shares its address.
 */
public final class HoldingSignIns {

    private static final int LONGEST_KEY = 100;

    private final Attempts attempts;
    private final Clock clock;

    public HoldingSignIns(Attempts attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /** An attempt that may be made. */
    public record Attempt(String name, @Nullable String address) {}

    /** There were too many failures. */
    public static final class HeldException extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final Instant until;
        private final Duration wait;

        HeldException(Instant until, Duration wait) {
            super("held until " + until, null, false, false);
            this.until = until;
            this.wait = wait;
        }

        public Instant until() {
            return until;
        }

        /** From now on, in whole seconds, rounded up. */
        public long waitSeconds() {
            return wait.plusMillis(999).toSeconds();
        }

        public Refusal refusal() {
            return Refusal.of(Reason.TOO_MANY_ATTEMPTS, "There were too many failed attempts.")
                    .remedy("Try again in " + waitSeconds() + " s, at " + until + ".");
        }
    }

    /**
     * Counts the attempt.
     *
     * @param address as the servlet container sees it
     * @throws HeldException if it must not be made yet
     */
    public Attempt begin(String name, String address) {
        Instant now = clock.instant();
        Attempt attempt = new Attempt(key(name), isLoopback(address) ? null : key(address));
        if (attempt.address() != null) {
            hold(attempts.begin(Counted.ADDRESS, attempt.address(), Throttle.OF_ADDRESS, now), now);
        }
        hold(attempts.begin(Counted.ACCOUNT, attempt.name(), Throttle.OF_ACCOUNT, now), now);
        return attempt;
    }

    /** The password was right. The address keeps its other failures: one account of one's own is no way to clear them. */
    public void succeeded(Attempt attempt) {
        attempts.forget(Counted.ACCOUNT, attempt.name());
        if (attempt.address() != null) {
            attempts.takeBack(Counted.ADDRESS, attempt.address());
        }
    }

    /**
     * Counts an attempt of a machine.
     *
     * @throws HeldException if it must not be made yet
     */
    public void beginAsClient(String id) {
        Instant now = clock.instant();
        hold(attempts.begin(Counted.CLIENT, key(id), Throttle.OF_CLIENT, now), now);
    }

    /** The machine's secret was right. */
    public void clientSucceeded(String id) {
        attempts.forget(Counted.CLIENT, key(id));
    }

    /**
     * Counts a claim by whoever comes from the address.
     *
     * @throws HeldException if it must not be made yet
     */
    public void beginClaim(String address) {
        if (!isLoopback(address)) {
            Instant now = clock.instant();
            hold(attempts.begin(Counted.CLAIM, key(address), Throttle.OF_CLAIMS, now), now);
        }
    }

    /** The claim named a link that somebody was given, whatever became of it. */
    public void knewTheirLink(String address) {
        if (!isLoopback(address)) {
            attempts.takeBack(Counted.CLAIM, key(address));
        }
    }

    /**
     * Counts a look at a claim link by whoever comes from the address, apart from claims.
     *
     * @throws HeldException if it must not be made yet
     */
    public void beginLook(String address) {
        if (!isLoopback(address)) {
            Instant now = clock.instant();
            hold(attempts.begin(Counted.CLAIM, lookFrom(address), Throttle.OF_LOOKS, now), now);
        }
    }

    /** The link that was looked at is one that somebody was given. */
    public void sawTheirLink(String address) {
        if (!isLoopback(address)) {
            attempts.takeBack(Counted.CLAIM, lookFrom(address));
        }
    }

    /** No address, so that it is no key of a claim. */
    private static String lookFrom(String address) {
        return "look " + key(address);
    }

    /**
     * Counts that somebody asks for a link by mail. Whether anybody is mailed does not matter to it.
     *
     * @param to whom it is for, as a hash; null: whoever holds a secret, which is held where it is known
     * @throws HeldException if it must not be asked for yet
     */
    public void beginLink(@Nullable String to, String address) {
        Instant now = clock.instant();
        if (!isLoopback(address)) {
            hold(attempts.begin(Counted.LINK_FROM, key(address), Throttle.OF_LINKS_FROM, now), now);
        }
        if (to != null) {
            hold(attempts.begin(Counted.LINK_TO, key(to), Throttle.OF_LINKS_TO, now), now);
        }
    }

    /** Somebody proved by other means that the account is theirs. */
    public void forget(String name) {
        attempts.forget(Counted.ACCOUNT, key(name));
    }

    private static void hold(@Nullable Instant until, Instant now) {
        if (until != null) {
            throw new HeldException(until, Duration.between(now, until));
        }
    }

    private static String key(String typed) {
        String folded = typed.toLowerCase(Locale.ROOT);
        return folded.substring(0, Math.min(folded.length(), LONGEST_KEY)).replace((char) 0, ' ');
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
