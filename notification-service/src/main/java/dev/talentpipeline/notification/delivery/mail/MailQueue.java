package dev.talentpipeline.notification.delivery.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * One sender's hold on the mails that are to be sent. At most one queue leads at a time, in all processes together; only
 * a leading queue may claim and settle, and one that has lost the lead can do neither. Used by one thread at a time.
 */
public interface MailQueue extends AutoCloseable {

    /** Tries to become the one sender. */
    boolean lead();

    /**
     * Makes mails available again whose sender went away between claim and settlement. Of the first of them it is not known whether it was handed
     * over; it is sent again under the same Message-ID. The others were not.
     *
     * @return how many are in doubt: one, or none if none was claimed
     */
    int takeBack();

    /**
     * Lets go what was held until an hour that has come.
     *
     * @return how many
     */
    int letGo(Instant now);

    /**
     * Claims mails that are due, in the order in which they are to leave: urgent ones first, and of equals whoever has been due longest; but none of a person
     * while an earlier one of the same person waits that is urgent, or is as little urgent. All that was claimed before must be settled or given back.
     *
     * @param most how many at most; fewer where operations limits or has paused what leaves
     */
    List<ClaimedMail> claim(Instant now, int most);

    /**
     * Says what became of a mail.
     *
     * @return whether mails may leave; false while operations has paused them
     */
    boolean settle(Settlement settlement);

    /** Makes claimed mails available again that were not handed over, as if they had not been claimed. */
    void giveBack(Collection<UUID> notices);

    /**
     * Waits until mails may have come in.
     *
     * @return false if none has, for so long
     */
    boolean awaitMails(Duration longest);

    @Override
    void close();

    /** Opens queues; each has its own hold. */
    @FunctionalInterface
    interface Opening {
        MailQueue open();
    }
}
