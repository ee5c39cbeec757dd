package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Students' profiles, whole: their own, and those of a university's students. Safe for many threads. */
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
        return api.put(caller, Service.INTERNSHIP, path(programme, "me"), body, version, Profile.class);
    }

    /** Puts a student of the caller's university back into the market, as they are: whoever is entered again is in it. */
    public Reading<Profile> putBack(Identity caller, String programme, String student) {
        ApiPath path = path(programme, student);
        Reading<Profile> found = api.get(caller, Service.INTERNSHIP, path, Profile.class);
        return found instanceof Reading.Loaded<Profile>(Profile profile)
                ? api.put(
                        caller, Service.INTERNSHIP, path, profile.bodyOfUniversity(), profile.version(), Profile.class)
                : found;
    }

    /** Takes a student out of the programme. */
    public Reading<Profile> withdraw(Identity caller, String programme, String student) {
        return api.delete(caller, Service.INTERNSHIP, path(programme, student), Profile.class);
    }

    private static ApiPath path(String programme, String student) {
        return ApiPath.of("programmes", programme, "students", student);
    }
}
