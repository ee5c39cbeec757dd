package dev.talentpipeline.notification.delivery.mail;

import java.util.Optional;

/** The way to the mail server. Holds connections between mails; used by several threads, each of which posts over a connection of its own. */
public interface Postbox {

    /**
     * Posts a mail up to the point from which on the server would have it, waits there for its turn, and hands it over.
     *
     * @return what came of it; empty if its turn did not come, and then the server has not got it
     */
    Optional<Posting> post(Mail mail, Turn turn);

    /** Gives the connections back while there is nothing to post. */
    void hangUp();

    /** The moment at which a mail may be handed over. */
    @FunctionalInterface
    interface Turn {

        /** Waits for it; false if it does not come any more. */
        boolean comes();
    }
}
