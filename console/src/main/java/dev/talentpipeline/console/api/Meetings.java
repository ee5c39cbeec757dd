package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Meetings of students and companies, their interviews, and the codes by which a student lets a company come to them. Safe for many threads. */
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
            @Nullable Instant expiresAt,
            @Nullable List<String> possible) {

        /** Whether the student can do this with it now. */
        public boolean can(String act) {
            return possible != null && possible.contains(act);
        }
    }

    /** The caller's; state and opening narrow it if they are given. */
    public Reading<Listing<Meeting>> of(
            Identity caller,
            String programme,
            @Nullable String state,
            @Nullable String opening,
            int limit,
            @Nullable String cursor) {
        ApiPath path = ApiPath.of("programmes", programme, "meetings")
                .with("state", state)
                .with("internship", opening)
                .page(limit, cursor);
        return api.list(caller, Service.INTERNSHIP, path, Meeting.class);
    }

    public Reading<Meeting> one(Identity caller, String meeting) {
        return api.get(caller, Service.INTERNSHIP, ApiPath.of("meetings", meeting), Meeting.class);
    }

    /** Refused with 403 while it is not shown. */
    public Reading<Dossier> dossier(Identity caller, String meeting) {
        return api.get(caller, Service.INTERNSHIP, ApiPath.of("meetings", meeting, "dossier"), Dossier.class);
    }

    public Reading<Meeting> invite(Identity caller, String programme, Map<String, ?> body, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("programmes", programme, "invitations");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, Meeting.class);
    }

    public Reading<Meeting> decide(Identity caller, String meeting, Map<String, ?> body, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("meetings", meeting, "decisions");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, Meeting.class);
    }

    public Reading<Meeting> propose(Identity caller, String meeting, Map<String, ?> body, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("meetings", meeting, "interviews");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, Meeting.class);
    }

    public Reading<Meeting> decideOn(
            Identity caller, String meeting, String interview, Map<String, ?> body, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("meetings", meeting, "interviews", interview, "decisions");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, Meeting.class);
    }

    public Reading<Meeting> redeem(Identity caller, Map<String, ?> body, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("share-codes", "redemptions");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, Meeting.class);
    }

    /** Shows the student's dossier to the company of the meeting, or hides it again. */
    public Reading<Object> share(Identity caller, String meeting, boolean share, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("meetings", meeting, "dossier");
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
