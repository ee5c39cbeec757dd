package dev.talentpipeline.console.access.web;

import dev.talentpipeline.console.access.AccessGrant;
import dev.talentpipeline.console.api.Api;
import dev.talentpipeline.console.api.ApiPath;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Links that a university hands to its student: the page's way to what `POST /api/v1/people/{person}/access` gives machines. */
@Component
public final class StudentLinks {

    private final Api api;
    private final EntryLinks links;

    StudentLinks(Api api, EntryLinks links) {
        this.api = api;
        this.links = links;
    }

    /** A new one; internship-service decides and keeps the record of who asked. Empty if what it granted is not for a student. */
    public Reading<Optional<URI>> give(Identity caller, String person) {
        ApiPath path = ApiPath.of("people", person, "access");
        return api.post(caller, Service.INTERNSHIP, path, null, UUID.randomUUID(), AccessGrant.class)
                .map(grant ->
                        grant.identity().map(student -> links.issue(Grants.themselves(student), grant.lifetime())));
    }
}
