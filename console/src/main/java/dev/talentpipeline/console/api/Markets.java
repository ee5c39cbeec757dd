package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Programmes with their rules and rounds, for those who look at them or run them. Safe for many threads. */
@Component
public final class Markets {

    private final Api api;

    Markets(Api api) {
        this.api = api;
    }

    /** An internship's last admitted in the latest round. */
    public record Cutoff(
            String internship,
            @Nullable Long clearing,
            @Nullable Integer seats,
            @Nullable Integer taken,
            @Nullable Boolean full,
            @Nullable Last last) {

        /** The priority of the last who was admitted. */
        public record Last(@Nullable Integer tier, @Nullable Double score) {}
    }

    /** The latest round with the cutoffs that it left. */
    public record Latest(@Nullable Long clearing, @Nullable List<Cutoff> cutoffs) {

        /** Those that are full: only they have somebody who was admitted last. */
        public List<Cutoff> ofFull(int most) {
            return cutoffs == null
                    ? List.of()
                    : cutoffs.stream()
                            .filter(cutoff -> Boolean.TRUE.equals(cutoff.full()))
                            .limit(most)
                            .toList();
        }

        public long full() {
            return cutoffs == null
                    ? 0
                    : cutoffs.stream()
                            .filter(cutoff -> Boolean.TRUE.equals(cutoff.full()))
                            .count();
        }
    }

    public Reading<ProgrammeRules> rules(Identity caller, String programme) {
        return api.get(caller, Service.INTERNSHIP, ApiPath.of("programmes", programme), ProgrammeRules.class);
    }

    /** What the change would do; nothing is changed. */
    public Reading<RuleChange> dryRun(Identity caller, String programme, Map<String, Object> rules) {
        ApiPath path = ApiPath.of("programmes", programme, "dry-run");
        return api.post(caller, Service.INTERNSHIP, path, rules, UUID.randomUUID(), RuleChange.class);
    }

    /** Sets a programme up. */
    public Reading<ProgrammeRules> create(Identity caller, String programme, Map<String, Object> rules) {
        return api.put(caller, Service.INTERNSHIP, ApiPath.of("programmes", programme), rules, ProgrammeRules.class);
    }

    /** Changes its rules, if they still are as the caller saw them. */
    public Reading<ProgrammeRules> change(Identity caller, String programme, Map<String, Object> rules, long version) {
        ApiPath path = ApiPath.of("programmes", programme);
        return api.put(caller, Service.INTERNSHIP, path, rules, version, ProgrammeRules.class);
    }

    /** Lets it run, or holds, pauses or closes it. */
    public Reading<ProgrammeRules> state(Identity caller, String programme, String state, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("programmes", programme, "state");
        return api.post(caller, Service.INTERNSHIP, path, Map.of("state", state), idempotencyKey, ProgrammeRules.class);
    }

    /** Sets up another season with the rules and the members of this one. */
    public Reading<ProgrammeRules> copy(Identity caller, String programme, Map<String, ?> body, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("programmes", programme, "copies");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, ProgrammeRules.class);
    }

    /** Keeps a closed one for the record. */
    public Reading<ProgrammeRules> archive(Identity caller, String programme, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("programmes", programme, "archive");
        return api.post(caller, Service.INTERNSHIP, path, null, idempotencyKey, ProgrammeRules.class);
    }

    /** Its rounds, the latest first. */
    public Reading<Listing<Clearing>> clearings(Identity caller, String programme, int limit, @Nullable String cursor) {
        ApiPath path = ApiPath.of("programmes", programme, "clearings").page(limit, cursor);
        return api.list(caller, Service.MATCHING, path, Clearing.class);
    }

    public Reading<Latest> latest(Identity caller, String programme) {
        ApiPath path = ApiPath.of("programmes", programme, "clearings", "latest");
        return api.get(caller, Service.MATCHING, path, Latest.class);
    }

    /** Whom a recall of the round would touch; nothing is changed. */
    public Reading<Recall> recallPreview(Identity caller, String programme, long clearing) {
        return api.get(caller, Service.INTERNSHIP, recall(programme, clearing), Recall.class);
    }

    public Reading<Recall> recall(Identity caller, String programme, long clearing, UUID idempotencyKey) {
        return api.post(caller, Service.INTERNSHIP, recall(programme, clearing), null, idempotencyKey, Recall.class);
    }

    private static ApiPath recall(String programme, long clearing) {
        return ApiPath.of("programmes", programme, "clearings", Long.toString(clearing), "recall")
                .with("limit", 1);
    }
}
