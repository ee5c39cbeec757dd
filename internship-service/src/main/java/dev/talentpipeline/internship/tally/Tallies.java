package dev.talentpipeline.internship.tally;

import dev.talentpipeline.internship.reason.Act;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where reasons were given, and how often. A feature that records reasons has one. */
public interface Tallies {

    /** The counts of each act and code in the programme, each pair once, in any order. */
    List<Tally> of(String programme, Scope scope);

    /** How often a reason was given for an act. */
    record Tally(Act act, String code, long count) {}

    /** Whose are counted; what is null does not narrow. */
    record Scope(@Nullable String university, @Nullable String company) {}
}
