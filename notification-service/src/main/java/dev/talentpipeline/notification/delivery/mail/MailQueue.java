package dev.talentpipeline.notification.delivery.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One sender's hold on the mails that are to be sent. At most one queue leads at a time, in all processes together; only
 * a leading queue may claim and settle, and one that has lost the lead can do neither. Used by one thread.
 */
public interface MailQueue extends AutoCloseable {

    /** Tries to become the one sender. */
    boolean lead();

    /**
     * Makes mails available again whose sender went away between claim and settlement. Whether they were sent is not
     * known: they are sent again under the same Message-ID.
     *
     * @return how many
     */
    int takeBack();

    /**
     * Lets go what was held until an hour that has come.
     *
     * @return how many
     */
    int letGo(Instant now);

    /**
     * Claims the urgent mail that has been due longest, or else the other one; but none of a person while an earlier one of the same person
     * waits that is urgent, or is as little urgent.
     */
    Optional<ClaimedMail> claim(Instant now);

    void settle(Settlement settlement);

    /** Settles one mail and claims the next in a single transaction: a mail costs one commit. */
    Optional<ClaimedMail> settleAndClaim(Settlement settlement, Instant now);

    /** Waits until mails may have come in, at most so long. */
    void awaitMails(Duration longest);

    @Override
    void close();

    /** Opens queues; each has its own hold. */
    @FunctionalInterface
    interface Opening {
        MailQueue open();
    }
}
