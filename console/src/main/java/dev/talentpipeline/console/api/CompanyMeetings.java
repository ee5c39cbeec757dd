package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Meetings, their interviews, and the codes and dossiers of students. Safe for many threads. */
@Component
public final class CompanyMeetings {

    private final Api api;

    CompanyMeetings(Api api) {
        this.api = api;
    }

    /** The caller's; state and opening narrow it if they are given. */
    public Reading<Listing<CompanyMeeting>> of(
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
        return api.list(caller, Service.INTERNSHIP, path, CompanyMeeting.class);
    }

    public Reading<CompanyMeeting> one(Identity caller, String meeting) {
        return api.get(caller, Service.INTERNSHIP, ApiPath.of("meetings", meeting), CompanyMeeting.class);
    }

    /** Refused with 403 while it is not shown. */
    public Reading<CompanyMeeting.Dossier> dossier(Identity caller, String meeting) {
        return api.get(
                caller, Service.INTERNSHIP, ApiPath.of("meetings", meeting, "dossier"), CompanyMeeting.Dossier.class);
    }

    public Reading<CompanyMeeting> invite(Identity caller, String programme, Map<String, ?> body, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("programmes", programme, "invitations");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, CompanyMeeting.class);
    }

    public Reading<CompanyMeeting> decide(Identity caller, String meeting, Map<String, ?> body, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("meetings", meeting, "decisions");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, CompanyMeeting.class);
    }

    public Reading<CompanyMeeting> propose(Identity caller, String meeting, Map<String, ?> body, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("meetings", meeting, "interviews");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, CompanyMeeting.class);
    }

    public Reading<CompanyMeeting> decideOn(
            Identity caller, String meeting, String interview, Map<String, ?> body, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("meetings", meeting, "interviews", interview, "decisions");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, CompanyMeeting.class);
    }

    public Reading<CompanyMeeting> redeem(Identity caller, Map<String, ?> body, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("share-codes", "redemptions");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, CompanyMeeting.class);
    }
}
