package dev.talentpipeline.internship.audit;

import dev.talentpipeline.internship.audit.AuditTrail.Reader;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the trail for those whom it concerns: operations all of it, organisations and students what is about their own. */
public final class ReadingAudit {

    private final AuditTrail trail;

    public ReadingAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /** What is asked for; what is null does not narrow. */
    public record Question(
            @Nullable String kind,
            @Nullable String entity,
            @Nullable UUID person,
            @Nullable String correlation,
            @Nullable Instant from,
            @Nullable Instant until) {}

    public Page<AuditEntry> list(Caller caller, Question question, Page.Request request) {
        return trail.list(
                new AuditTrail.Filter(
                        reader(caller),
                        question.kind(),
                        question.entity(),
                        question.person(),
                        question.correlation(),
                        question.from(),
                        question.until()),
                request);
    }

    private static Reader reader(Caller caller) {
        String org = caller.org();
        UUID person = Violations.id(caller.person());
        if (caller.is(Role.OPERATIONS)) {
            return new Reader.Operations();
        }
        if (caller.is(Role.UNIVERSITY) && org != null) {
            return new Reader.University(org);
        }
        if (caller.is(Role.COMPANY) && org != null) {
            return new Reader.Company(org);
        }
        if (caller.is(Role.STUDENT) && person != null) {
            return new Reader.Themselves(person);
        }
        throw new Refusal.Forbidden("The audit trail is for operations, organisations and students.").asException();
    }
}
