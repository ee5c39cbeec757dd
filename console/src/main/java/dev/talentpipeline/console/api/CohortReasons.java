package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reasons that somebody may give for a no, by act. Safe for many threads. */
@Component
public final class CohortReasons {

    private final Api api;

    CohortReasons(Api api) {
        this.api = api;
    }

    /** A coded reason in both languages. */
    public record Reason(
            String code, @Nullable String en, @Nullable String zh) {

        public String said(String language) {
            String words = "zh".equals(language) ? zh : en;
            return words == null ? code : words;
        }
    }

    public Reading<Listing<Reason>> of(Identity caller, String act) {
        ApiPath path = ApiPath.of("catalogue", "reasons").with("act", act).with("limit", Api.WHOLE_LIST);
        return api.list(caller, Service.INTERNSHIP, path, Reason.class);
    }
}
