package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.person.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way by which reminders reach people. */
public interface ReminderPost {

    /** Hands the letter over. */
    Handover post(Letter letter);

    /**
     * What a student is told.
     *
     * @param reminder the same for every attempt, so that a letter that comes twice is known as one
     * @param purpose what the link is for
     * @param of the university whose roll it is
     * @param university in its own words; null: it has not entered itself
     * @param secret of the link; kept nowhere
     * @param until when the link expires
     */
    record Letter(
            UUID reminder,
            ClaimReminder.Purpose purpose,
            String of,
            String to,
            Person.Language language,
            String name,
            @Nullable String university,
            String secret,
            Instant until) {

        /** Without what is personal, and without the secret. */
        @Override
        public String toString() {
            return "Letter[reminder=" + reminder + "]";
        }
    }

    /** What came of it. */
    enum Handover {
        TAKEN,
        /** Nobody will ever take a letter to this address. */
        REFUSED,
        /** Not this letter now; maybe another. */
        DEFERRED,
        /** There is nobody to hand it to. */
        UNREACHABLE
    }
}
