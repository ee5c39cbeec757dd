package dev.talentpipeline.internship.organisation;

import dev.talentpipeline.internship.organisation.Organisation.Kind;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** Finds organisations and schools for those who may know of them; any other looks like one that does not exist. */
public final class FindingOrganisation {

    private final Organisations organisations;
    private final Schools schools;

    FindingOrganisation(Organisations organisations, Schools schools) {
        this.organisations = organisations;
        this.schools = schools;
    }

    public Organisation find(Caller caller, String id) {
        return organisations
                .find(id)
                .filter(organisation -> organisation.isVisibleTo(caller))
                .orElseThrow(() -> notFound(id));
    }

    /** Organisations in the order of their ids. */
    public Page<Organisation> list(
            Caller caller, @Nullable Kind kind, @Nullable CompanyState state, Page.Request request) {
        return organisations.list(caller, kind, state, request);
    }

    public School school(Caller caller, String university, String id) {
        find(caller, university);
        return schools.find(university, id).orElseThrow(() -> new Refusal.NotFound("school", id).asException());
    }

    /** The university's schools in the order of their ids; a company has none. */
    public Page<School> schools(Caller caller, String university, Page.Request request) {
        find(caller, university);
        return schools.list(university, request);
    }

    static RuntimeException notFound(String id) {
        return new Refusal.NotFound("organisation", id).asException();
    }
}
