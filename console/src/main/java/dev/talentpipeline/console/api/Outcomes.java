package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of those who graduated. Safe for many threads. */
@Component
public final class Outcomes {

    private final Api api;

    Outcomes(Api api) {
        this.api = api;
    }

    /**
     * One measure of one group.
     *
     * @param group null: those of no group
     * @param value null: nobody is in the denominator
     * @param unit RATIO or DAYS
     */
    public record Outcome(
            @Nullable String by,
            @Nullable String group,
            String measure,
            @Nullable String zh,
            @Nullable String en,
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable Double value,
            @Nullable String unit,
            @Nullable String definitionZh,
            @Nullable String definitionEn) {

        public String named(String language) {
            String name = "zh".equals(language) ? zh : en;
            return name == null ? measure : name;
        }

        public @Nullable String defined(String language) {
            return "zh".equals(language) ? definitionZh : definitionEn;
        }

        public boolean isRate() {
            return !"DAYS".equals(unit);
        }
    }

    /**
     * Which graduates are counted; what is null or empty does not narrow.
     *
     * @param asOf the day at whose end it is counted; null or empty: now
     */
    public record Asked(
            @Nullable String school,
            @Nullable String from,
            @Nullable String until,
            @Nullable String asOf) {}

    public Reading<Listing<Outcome>> by(Identity caller, String by, Asked asked) {
        ApiPath path = ApiPath.of("outcomes")
                .with("by", by)
                .with("school", asked.school())
                .with("from", asked.from())
                .with("until", asked.until())
                .with("asOf", asked.asOf());
        return api.list(caller, Service.INTERNSHIP, path, Outcome.class);
    }
}
