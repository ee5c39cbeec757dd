package dev.talentpipeline.matching.market;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Programmes that run, clear as things change, fill lists up by score and are open to all, unless told otherwise. */
public final class ProgrammeFixture {

    private long version = 1;
    private long rulesVersion;
    private Programme.State state = Programme.State.RUNNING;
    private Programme.Lists lists = Programme.Lists.FILLED;
    private Set<String> universities = Set.of();
    private Set<String> companies = Set.of();
    private Map<String, Double> weights = Map.of();
    private String seed = "seed";
    private @Nullable Instant opensAt;
    private @Nullable Instant closesAt;

    private ProgrammeFixture() {}

    public static ProgrammeFixture programme() {
        return new ProgrammeFixture();
    }

    public ProgrammeFixture version(long value) {
        version = value;
        return this;
    }

    /** The rules are of an earlier version. */
    public ProgrammeFixture rulesVersion(long value) {
        rulesVersion = value;
        return this;
    }

    public ProgrammeFixture state(Programme.State value) {
        state = value;
        return this;
    }

    public ProgrammeFixture lists(Programme.Lists value) {
        lists = value;
        return this;
    }

    public ProgrammeFixture universities(String... values) {
        universities = Set.of(values);
        return this;
    }

    public ProgrammeFixture companies(String... values) {
        companies = Set.of(values);
        return this;
    }

    public ProgrammeFixture weights(Map<String, Double> values) {
        weights = values;
        return this;
    }

    public ProgrammeFixture seed(String value) {
        seed = value;
        return this;
    }

    public ProgrammeFixture window(@Nullable Instant opens, @Nullable Instant closes) {
        opensAt = opens;
        closesAt = closes;
        return this;
    }

    public Programme build() {
        return new Programme(
                "demo",
                version,
                rulesVersion == 0 ? version : rulesVersion,
                "u-north",
                state,
                Programme.Mode.ROLLING,
                Duration.ofSeconds(1),
                List.of(),
                opensAt,
                closesAt,
                lists,
                universities,
                companies,
                weights,
                seed);
    }
}
