package dev.talentpipeline.notification.inbox;

import java.util.List;

/** What hangs on it that a notice is read soon, and so what its reader may choose. */
public enum Urgency {
    /** A deadline, or somebody else's answer that is nearly too late. It leaves at once and before all others, at any hour. */
    URGENT(Timing.AT_ONCE),
    /** A deadline that reminders follow: it may wait for the digest, but is never left out. */
    WORK(Timing.AT_ONCE, Timing.DIGEST),
    NEWS(Timing.AT_ONCE, Timing.DIGEST, Timing.OFF);

    @SuppressWarnings("ImmutableEnumChecker") // The list is unmodifiable; the interface cannot say so.
    private final List<Timing> choices;

    Urgency(Timing... choices) {
        this.choices = List.of(choices);
    }

    /** From the soonest to the last. */
    public List<Timing> choices() {
        return choices;
    }
}
