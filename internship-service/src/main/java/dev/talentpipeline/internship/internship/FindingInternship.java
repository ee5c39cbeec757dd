package dev.talentpipeline.internship.internship;

import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds internships for those who may see the programme; their company may use its own reference in place of the id. One that is not seen
 * is there for its company, for those who run the programme or approve its openings, and for whoever was offered a seat of it while it was
 * seen; to anybody else it looks like one that does not exist.
 */
public final class FindingInternship {

    private final ReadingProgrammes programmes;
    private final Internships internships;

    public FindingInternship(ReadingProgrammes programmes, Internships internships) {
        this.programmes = programmes;
        this.internships = internships;
    }

    public Internship find(Caller caller, String programmeId, String handle) {
        Programme programme = programmes.visible(caller, programmeId);
        return named(caller, programme.id(), handle)
                .filter(internship -> isSeenBy(caller, programme, internship))
                .orElseThrow(() -> new Refusal.NotFound("internship", handle).asException());
    }

    private boolean isSeenBy(Caller caller, Programme programme, Internship internship) {
        return !internship.state().isHidden()
                || seesHidden(caller, programme)
                || caller.is(Role.COMPANY, internship.company())
                || internships.isOfferedTo(
                        internship.id(),
                        caller.is(Role.STUDENT) ? Violations.id(caller.person()) : null,
                        caller.is(Role.UNIVERSITY) ? caller.org() : null);
    }

    private static boolean seesHidden(Caller caller, Programme programme) {
        return programme.isRunBy(caller) || programme.approvesOpenings(caller);
    }

    private Optional<Internship> named(Caller caller, String programme, String handle) {
        UUID id = Violations.id(handle);
        String org = caller.org();
        if (id != null) {
            return internships
                    .find(id)
                    .filter(internship -> internship.programme().equals(programme));
        }
        return caller.is(Role.COMPANY) && org != null ? internships.find(programme, org, handle) : Optional.empty();
    }

    /** Whether the caller's own company has posted it. */
    public boolean isOwn(Caller caller, String programme, String handle) {
        return own(caller, programme, handle).isPresent();
    }

    /** The internship, if it is the caller's own; another company's looks like one that does not exist. */
    Optional<Internship> own(Caller caller, String programme, String handle) {
        return named(caller, programme, handle).filter(internship -> caller.is(Role.COMPANY, internship.company()));
    }

    /**
     * Internships in the order of their ids.
     *
     * @param title a part of it, in capitals or not
     */
    public Page<Internship> list(
            Caller caller,
            String programmeId,
            @Nullable List<UUID> ids,
            @Nullable String company,
            @Nullable String reference,
            @Nullable InternshipState state,
            @Nullable String occupation,
            @Nullable String region,
            @Nullable String title,
            Page.Request request) {
        Programme programme = programmes.visible(caller, programmeId);
        // A reference is its company's own word, so it is looked up among the caller's only.
        String of = reference == null ? company : caller.org();
        return internships.list(
                new Internships.Filter(
                        programme.id(),
                        ids,
                        of,
                        reference,
                        state,
                        occupation,
                        region,
                        title,
                        seesHidden(caller, programme),
                        caller.is(Role.COMPANY) ? caller.org() : null),
                request);
    }
}
