package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Internships as they are lived. Safe for many threads. */
@Component
public final class CohortPlacements {

    private final Api api;

    CohortPlacements(Api api) {
        this.api = api;
    }

    /** One with what was recorded of it, oldest entry first. */
    public record Placement(
            String id,
            @Nullable String student,
            @Nullable String internship,
            @Nullable String company,
            @Nullable String state,
            @Nullable String startsOn,
            @Nullable String endsOn,
            @Nullable List<Entry> entries) {

        public record Entry(
                @Nullable Integer entry,
                @Nullable String event,
                @Nullable String state,
                @Nullable String on,
                @Nullable String title,
                @Nullable String by,
                @Nullable Instant at) {}
    }

    public Reading<Listing<Placement>> of(Identity caller, String programme, String student) {
        ApiPath path = ApiPath.of("programmes", programme, "placements")
                .with("student", student)
                .with("limit", Api.WHOLE_LIST);
        return api.list(caller, Service.INTERNSHIP, path, Placement.class);
    }
}
