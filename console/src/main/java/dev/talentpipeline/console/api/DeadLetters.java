package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What could not be processed, and sending it again. Safe for many threads. */
@Component
public final class DeadLetters {

    private static final String LETTERS = "letters";
    private static final String REDRIVES = "redrives";

    private final Api api;

    DeadLetters(Api api) {
        this.api = api;
    }

    /**
     * Some of them: those with all that is said.
     *
     * @param ids which they are; empty: whichever
     */
    public record Choice(List<String> ids, String topic, String group, String cause, String reason, String standing) {

        public Choice {
            ids = List.copyOf(ids);
        }

        Map<String, Object> body() {
            Map<String, Object> body = new HashMap<>();
            if (ids.isEmpty()) {
                put(body, "topic", topic);
                put(body, "group", group);
                put(body, "cause", cause);
                put(body, "reason", reason);
                put(body, "standing", standing);
            } else {
                body.put("ids", ids.stream().map(Long::valueOf).toList());
            }
            return body;
        }

        private static void put(Map<String, Object> body, String name, String value) {
            if (!value.isEmpty()) {
                body.put(name, value);
            }
        }
    }

    public Reading<DeadLetterCauses> causes(Identity caller) {
        return api.get(caller, Service.MONITORING, ApiPath.of("dead-letters"), DeadLetterCauses.class);
    }

    public Reading<Listing<DeadLetterItem>> letters(Identity caller, Choice choice, @Nullable String cursor) {
        ApiPath path = ApiPath.of("dead-letters", LETTERS)
                .with("topic", choice.topic())
                .with("group", choice.group())
                .with("cause", choice.cause())
                .with("reason", choice.reason())
                .with("standing", choice.standing())
                .page(Api.PAGE_SIZE, cursor);
        return api.list(caller, Service.MONITORING, path, DeadLetterItem.class);
    }

    /** What would come of sending them again. */
    public Reading<RedriveAnswer> plan(Identity caller, Choice choice) {
        return api.post(
                caller,
                Service.MONITORING,
                ApiPath.of("dead-letters", REDRIVES),
                Map.of("selection", choice.body(), "dryRun", true),
                UUID.randomUUID(),
                RedriveAnswer.class);
    }

    /** Begins, if it would still send as many as were planned. */
    public Reading<RedriveAnswer> begin(
            Identity caller, Choice choice, int planned, @Nullable Integer perMinute, String why, UUID key) {
        Map<String, Object> body = new HashMap<>();
        body.put("selection", choice.body());
        body.put("dryRun", false);
        body.put("planned", planned);
        if (perMinute != null) {
            body.put("perMinute", perMinute);
        }
        body.put("why", why);
        return api.post(
                caller, Service.MONITORING, ApiPath.of("dead-letters", REDRIVES), body, key, RedriveAnswer.class);
    }

    /** The latest ones that were begun. */
    public Reading<Listing<RedriveAnswer.Redrive>> redrives(Identity caller, int limit, @Nullable String cursor) {
        ApiPath path = ApiPath.of("dead-letters", REDRIVES).page(limit, cursor);
        return api.list(caller, Service.MONITORING, path, RedriveAnswer.Redrive.class);
    }

    public Reading<RedriveAnswer.Redrive> redrive(Identity caller, String id) {
        return api.get(
                caller, Service.MONITORING, ApiPath.of("dead-letters", REDRIVES, id), RedriveAnswer.Redrive.class);
    }

    public Reading<RedriveAnswer.Redrive> stop(Identity caller, String id, UUID key) {
        ApiPath path = ApiPath.of("dead-letters", REDRIVES, id, "stop");
        return api.post(caller, Service.MONITORING, path, null, key, RedriveAnswer.Redrive.class);
    }

    /** Lets one out of quarantine. */
    public Reading<DeadLetterItem> release(Identity caller, String id, String why, UUID key) {
        ApiPath path = ApiPath.of("dead-letters", LETTERS, id, "release");
        return api.post(caller, Service.MONITORING, path, Map.of("why", why), key, DeadLetterItem.class);
    }
}
