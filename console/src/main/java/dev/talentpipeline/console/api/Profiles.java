package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A student's own profiles. Safe for many threads. */
@Component
public final class Profiles {

    private final Api api;

    Profiles(Api api) {
        this.api = api;
    }

    /** The caller's profile in the programme; empty if they are not in it. */
    public Reading<Optional<Profile>> own(Identity caller, String programme) {
        ApiPath path = ApiPath.of("programmes", programme, "students").with("limit", 1);
        return api.list(caller, Service.INTERNSHIP, path, Profile.class)
                .map(listing -> listing.items().stream().findFirst());
    }

    /**
     * Changes the caller's profile, if it still is as they saw it.
     *
     * @param body all of it: see {@link Profile#body}
     * @param version that they saw
     */
    public Reading<Profile> change(Identity caller, String programme, Map<String, Object> body, long version) {
        ApiPath path = ApiPath.of("programmes", programme, "students", "me");
        return api.put(caller, Service.INTERNSHIP, path, body, version, Profile.class);
    }
}
