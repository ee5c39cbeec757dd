package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.person.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that asks a student to claim their entry, or that brings one who has claimed a fresh way in. It has neither address nor secret: both come
 * to it when it is sent.
 *
 * @param language of the mail, where nobody knows the student's own
 * @param attempts how often a sender took it
 * @param settledAt when it was sent or given up; null: it is on its way
 */
public record ClaimReminder(
        UUID id,
        UUID entry,
        Person.Language language,
        Purpose purpose,
        State state,
        int attempts,
        Instant askedAt,
        @Nullable Instant settledAt) {

    /** What the link in it is for. */
    public enum Purpose {
        /** To claim the entry. */
        CLAIM,
        /** To come in, for whoever has claimed it. */
        ACCESS
    }

    /** How far it is. */
    public enum State {
        WAITING,
        /** Taken by a sender, which is about to send it or has just done so. */
        SENDING,
        SENT,
        /** The entry was claimed meanwhile, has no address any more, or left the roll. */
        NOT_NEEDED,
        /** No mail server takes it, or none was within reach for too long. */
        FAILED
    }
}
