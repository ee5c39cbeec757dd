package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Students in a programme. Safe for many threads. */
@Component
public final class Students {

    private final Api api;

    Students(Api api) {
        this.api = api;
    }

    /** Those that are the caller's: a university's cohort, or the student themselves. */
    public Reading<Listing<Student>> of(Identity caller, String programme, @Nullable String cursor) {
        ApiPath path = ApiPath.of("programmes", programme, "students").page(Api.PAGE_SIZE, cursor);
        return api.list(caller, Service.INTERNSHIP, path, Student.class);
    }
}
