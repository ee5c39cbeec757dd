package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the market holds for a student, as the matcher sees it now. Safe for many threads. */
@Component
public final class Prospects {

    private final Api api;

    Prospects(Api api) {
        this.api = api;
    }

    /** The openings that the student may have, the best first. */
    public Reading<Listing<Ranked>> ranking(
            Identity caller, String programme, String student, int limit, @Nullable String cursor) {
        ApiPath path = ApiPath.of("programmes", programme, "students", student, "ranking")
                .page(limit, cursor);
        return api.list(caller, Service.MATCHING, path, Ranked.class);
    }

    /** One opening as it stands for the student, be they eligible or not: the list has that one. */
    public Reading<Listing<Ranked>> about(Identity caller, String programme, String student, String internship) {
        ApiPath path = ApiPath.of("programmes", programme, "students", student, "ranking")
                .with("internship", internship);
        return api.list(caller, Service.MATCHING, path, Ranked.class);
    }

    /** The skills that would open the most further places to the student. */
    public Reading<Listing<SkillGain>> skillGains(Identity caller, String programme, String student, int limit) {
        ApiPath path = ApiPath.of("programmes", programme, "students", student, "skill-gains")
                .with("limit", limit);
        return api.list(caller, Service.MATCHING, path, SkillGain.class);
    }
}
