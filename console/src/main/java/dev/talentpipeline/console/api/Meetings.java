package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A student's meetings with companies, and the codes by which they let one come to them. Safe for many threads. */
@Component
public final class Meetings {

    private final Api api;

    Meetings(Api api) {
        this.api = api;
    }

    /**
     * A code for a company that the student knows.
     *
     * @param code as it is typed; only in the answer that makes it
     */
    public record ShareCode(
            String id,
            @Nullable String code,
            @Nullable String state,
            @Nullable Instant expiresAt) {}

    public Reading<Listing<Meeting>> own(Identity caller, String programme) {
        ApiPath path = ApiPath.of("programmes", programme, "meetings").with("limit", Api.WHOLE_LIST);
        return api.list(caller, Service.INTERNSHIP, path, Meeting.class);
    }

    /** Accepts or declines an invitation, or ends a meeting. */
    public Reading<Meeting> decide(Identity caller, UUID meeting, Map<String, String> decision, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("meetings", meeting.toString(), "decisions");
        return api.post(caller, Service.INTERNSHIP, path, decision, idempotencyKey, Meeting.class);
    }

    /** Confirms, moves or cancels an interview. */
    public Reading<Meeting> decideInterview(
            Identity caller, UUID meeting, UUID interview, Map<String, Object> decision, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("meetings", meeting.toString(), "interviews", interview.toString(), "decisions");
        return api.post(caller, Service.INTERNSHIP, path, decision, idempotencyKey, Meeting.class);
    }

    /** Shows the student's dossier to the company of the meeting, or hides it again. */
    public Reading<Object> share(Identity caller, UUID meeting, boolean share, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("meetings", meeting.toString(), "dossier");
        return api.post(caller, Service.INTERNSHIP, path, Map.of("share", share), idempotencyKey, Object.class);
    }

    public Reading<Listing<ShareCode>> codes(Identity caller, String programme, String student) {
        ApiPath path = ApiPath.of("programmes", programme, "students", student, "share-codes")
                .with("limit", Api.PAGE_SIZE);
        return api.list(caller, Service.INTERNSHIP, path, ShareCode.class);
    }

    /** Makes a code. */
    public Reading<ShareCode> give(Identity caller, String programme, String student, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("programmes", programme, "students", student, "share-codes");
        return api.post(caller, Service.INTERNSHIP, path, Map.of("expiresIn", "P14D"), idempotencyKey, ShareCode.class);
    }

    public Reading<Object> revoke(Identity caller, String programme, String student, String code) {
        ApiPath path = ApiPath.of("programmes", programme, "students", student, "share-codes", code);
        return api.delete(caller, Service.INTERNSHIP, path, Object.class);
    }
}
