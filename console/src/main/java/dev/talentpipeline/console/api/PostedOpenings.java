package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a company posts. Safe for many threads. */
@Component
public final class PostedOpenings {

    private static final String ALL = "internships";

    private final Api api;

    PostedOpenings(Api api) {
        this.api = api;
    }

    /** The caller's own in a programme. */
    public Reading<Listing<PostedOpening>> own(Identity caller, String programme, @Nullable String cursor) {
        ApiPath path = ApiPath.of("programmes", programme, ALL)
                .with("company", caller.org())
                .page(Api.PAGE_SIZE, cursor);
        return api.list(caller, Service.INTERNSHIP, path, PostedOpening.class);
    }

    /** The titles of the caller's own: as many as a list answers at once. */
    public Reading<Listing<PostedOpening>> titles(Identity caller, String programme) {
        ApiPath path = ApiPath.of("programmes", programme, ALL)
                .with("company", caller.org())
                .with("fields", "id,reference,title")
                .with("limit", Api.WHOLE_LIST);
        return api.list(caller, Service.INTERNSHIP, path, PostedOpening.class);
    }

    /** The caller's own that bears this reference; none or one. */
    public Reading<Listing<PostedOpening>> referred(Identity caller, String programme, String reference) {
        ApiPath path = ApiPath.of("programmes", programme, ALL)
                .with("company", caller.org())
                .with("reference", reference)
                .with("limit", 1);
        return api.list(caller, Service.INTERNSHIP, path, PostedOpening.class);
    }

    public Reading<PostedOpening> one(Identity caller, String programme, String id) {
        return api.get(caller, Service.INTERNSHIP, ApiPath.of("programmes", programme, ALL, id), PostedOpening.class);
    }

    /** Posts a new one under the company's own reference. */
    public Reading<PostedOpening> post(Identity caller, String programme, String reference, Map<String, ?> body) {
        return api.put(
                caller,
                Service.INTERNSHIP,
                ApiPath.of("programmes", programme, ALL, reference),
                body,
                PostedOpening.class);
    }

    /** Changes one as it was when it was looked at. */
    public Reading<PostedOpening> change(
            Identity caller, String programme, String reference, Map<String, ?> body, long version) {
        return api.put(
                caller,
                Service.INTERNSHIP,
                ApiPath.of("programmes", programme, ALL, reference),
                body,
                version,
                PostedOpening.class);
    }

    public Reading<PostedOpening> withdraw(Identity caller, String programme, String id) {
        return api.delete(
                caller, Service.INTERNSHIP, ApiPath.of("programmes", programme, ALL, id), PostedOpening.class);
    }
}
