package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people were told, and how they want to be. Safe for many threads. */
@Component
public final class Notices {

    private static final ApiPath PREFERENCES = ApiPath.of("notice-preferences");

    private final Api api;

    Notices(Api api) {
        this.api = api;
    }

    /** How many the caller has not read. */
    public record Unread(int unread) {}

    /** The caller's own, the latest first, in that language. */
    public Reading<Listing<Notice>> own(Identity caller, String language, @Nullable String cursor) {
        ApiPath path = ApiPath.of("notices").with("language", language).page(Api.PAGE_SIZE, cursor);
        return api.list(caller, Service.NOTIFICATION, path, Notice.class);
    }

    /** Notes that the caller has seen all that there was until then. */
    public Reading<Unread> readUntil(Identity caller, String until, UUID idempotencyKey) {
        return api.post(
                caller,
                Service.NOTIFICATION,
                ApiPath.of("notices", "read"),
                Map.of("until", until),
                idempotencyKey,
                Unread.class);
    }

    public Reading<Unread> read(Identity caller, String notice, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("notices", notice, "read");
        return api.post(caller, Service.NOTIFICATION, path, null, idempotencyKey, Unread.class);
    }

    public Reading<NoticePreferences> preferences(Identity caller) {
        return api.get(caller, Service.NOTIFICATION, PREFERENCES, NoticePreferences.class);
    }

    /**
     * All of what the caller chose, unless it was changed since it was looked at.
     *
     * @param version that was looked at
     */
    public Reading<NoticePreferences> choose(Identity caller, Map<String, Object> chosen, long version) {
        return api.put(caller, Service.NOTIFICATION, PREFERENCES, chosen, version, NoticePreferences.class);
    }

    /** Whether the mails that a link can stop are stopped. */
    public record Unsubscription(boolean stopped) {}

    /** What the link that a mail carries would do; refused if no mail has it. */
    public Reading<Unsubscription> unsubscription(String token) {
        ApiPath path = ApiPath.of("notice-preferences", "unsubscriptions").with("token", token);
        return api.getForNobody(Service.NOTIFICATION, path, Unsubscription.class);
    }

    /** Stops what can be stopped, for whoever has the link that a mail carries. */
    public Reading<NoticePreferences> unsubscribe(String token) {
        return api.postForNobody(
                Service.NOTIFICATION,
                ApiPath.of("notice-preferences", "unsubscriptions"),
                Map.of("token", token),
                NoticePreferences.class);
    }
}
