package dev.talentpipeline.internship.organisation;

import dev.talentpipeline.internship.organisation.Organisation.Kind;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.kit.security.Caller;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The universities and companies. */
public interface Organisations {

    Optional<Organisation> find(String id);

    /** The organisation, locked to be changed or, if there is none, to be entered; whoever posts for it waits. */
    Optional<Organisation> lock(String id);

    /** The organisation whose desk it is. */
    Optional<Organisation> ofDesk(UUID desk);

    void add(Organisation organisation);

    void save(Organisation organisation);

    /**
     * Whether another company is verified, or suspended, under the credit code. Until the running transaction ends nobody else learns that
     * of this code, so that of two who would come under it the second sees the first. Comes after the organisation's lock.
     */
    boolean isUsedByAnother(CreditCode code, String id);

    /** The organisations that the caller may know of, in the order of their ids; what is null does not narrow. */
    Page<Organisation> list(Caller caller, @Nullable Kind kind, @Nullable CompanyState state, Page.Request request);
}
