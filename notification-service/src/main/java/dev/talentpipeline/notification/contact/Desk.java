package dev.talentpipeline.notification.contact;

/**
 * The desk of an organisation: whoever works there reads what is addressed to it. It is told as a person is, under an id that follows from the
 * organisation's, since events name organisations and know nothing of desks.
 */
public final class Desk {

    private static final String PREFIX = "desk:";

    private Desk() {}

    public static String of(String organisation) {
        return PREFIX + organisation;
    }

    public static boolean isDesk(String personId) {
        return personId.startsWith(PREFIX);
    }
}
