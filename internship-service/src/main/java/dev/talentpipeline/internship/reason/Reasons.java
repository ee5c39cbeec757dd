package dev.talentpipeline.internship.reason;

import dev.talentpipeline.internship.resource.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reasons of every act, as they stand. */
public interface Reasons {

    Optional<Reason> find(Act act, String code);

    /** All reasons of the act, in the order of their codes. */
    List<Reason> of(Act act);

    /** Reasons in the order of act and code, of one act only if it is given. */
    Page<Reason> list(@Nullable Act act, Page.Request request);

    /** Adds or changes the reason; says whether it is new. Effective at once, in every instance of the service. */
    boolean enter(Reason reason);
}
