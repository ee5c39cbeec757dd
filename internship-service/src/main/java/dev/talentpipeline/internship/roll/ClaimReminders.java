package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.resource.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reminders of all rolls. A reminder is changed after its entry, where both are. */
public interface ClaimReminders {

    /**
     * Which entries are to be reminded; what is null does not narrow.
     *
     * @param major by its code or, without regard to case, its name
     */
    record Whom(
            String university,
            @Nullable String school,
            @Nullable String major) {}

    /**
     * How many of those who were asked for.
     *
     * @param queued get a mail
     * @param noAddress are known by no e-mail address
     * @param claimed have claimed already
     * @param remindedLately were asked by mail a short while ago, or are about to be
     */
    record Asked(int queued, int noAddress, int claimed, int remindedLately) {}

    /**
     * Adds a reminder for everybody who is to be asked, each once whoever else asks at this moment.
     *
     * @param since whoever was asked by a mail after this is left out
     */
    Asked ask(Whom whom, Person.Language language, Instant since, Instant now);

    /**
     * Adds one of this one entry, if it has an address.
     *
     * @param since not if there was a mail for it after this
     * @return whether a mail goes out for it
     */
    boolean askOne(UUID entry, ClaimReminder.Purpose purpose, Person.Language language, Instant since, Instant now);

    /** Takes the one that has waited longest, for nobody else to take until then. */
    Optional<ClaimReminder> take(Instant now, Instant until);

    /** Has the reminder wait; one that is settled stays so. */
    void postpone(UUID reminder, Instant until);

    void settle(UUID reminder, ClaimReminder.State state, Instant now);

    /** Those that ask to claim, in the order of their ids. */
    Page<Listed> list(
            String university, @Nullable String school, ClaimReminder.@Nullable State state, Page.Request request);

    /** A reminder with whom it asks. */
    record Listed(ClaimReminder reminder, RollEntry entry) {}
}
