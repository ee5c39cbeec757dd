package dev.talentpipeline.notification.webhook.web;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** For which organisation a caller acts here. A school of a university does not act for the whole of it, and people have no webhooks. */
final class Organisations {

    private Organisations() {}

    /** Whose webhooks the caller writes. */
    static String writtenBy(Caller caller) {
        String org = caller.org();
        boolean acts = caller.is(Role.UNIVERSITY) || caller.is(Role.COMPANY);
        if (!acts || org == null || caller.school() != null) {
            throw Problem.of(
                            HttpStatus.FORBIDDEN,
                            "forbidden",
                            "Webhooks belong to organisations: only an account of the organisation as a whole may change them.")
                    .asException();
        }
        return org;
    }

    /** Whose webhooks the caller reads; null: everybody's. */
    static @Nullable String readBy(Caller caller) {
        return caller.is(Role.OPERATIONS) ? null : writtenBy(caller);
    }

    /** The id that stands in the path; a text that is none names nothing. */
    static UUID id(String what, String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw (ProblemException) notFound(what, text).initCause(e);
        }
        throw notFound(what, text);
    }

    static ProblemException notFound(String what, String id) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no %s (%s) here.".formatted(what, id))
                .asException();
    }
}
