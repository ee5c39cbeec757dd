package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The codes by which a no is explained. Safe for many threads. */
@Component
public final class ReasonCodes {

    private final Api api;

    ReasonCodes(Api api) {
        this.api = api;
    }

    public record Reason(
            @Nullable String act,
            String code,
            @Nullable String en,
            @Nullable String zh) {

        public String words(String language) {
            String words = "zh".equals(language) ? zh : en;
            return words == null ? code : words;
        }
    }

    /** The codes of one act, such as `VETO`; of all if there is none. */
    public Reading<Listing<Reason>> of(Identity caller, @Nullable String act) {
        ApiPath path = ApiPath.of("catalogue", "reasons").with("act", act).with("limit", Api.WHOLE_LIST);
        return api.list(caller, Service.INTERNSHIP, path, Reason.class);
    }

    /** The words of all codes; none where they cannot be read, so that a page then shows the codes. */
    public static Map<String, String> inWords(Reading<Listing<Reason>> codes, String language) {
        Listing<Reason> loaded = codes.valueOrNull();
        return loaded == null
                ? Map.of()
                : loaded.items().stream()
                        .collect(Collectors.toMap(Reason::code, reason -> reason.words(language), (one, other) -> one));
    }
}
