package dev.talentpipeline.notification.delivery.mail;

/**
 * The way to the mail server. Holds a connection between mails; used by one thread at a time.
 */
public interface Postbox {

    Posting post(Mail mail);

    /** Gives the connection back while there is nothing to post. */
    void hangUp();
}
