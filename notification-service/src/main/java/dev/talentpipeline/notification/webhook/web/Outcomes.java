package dev.talentpipeline.notification.webhook.web;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import dev.talentpipeline.kit.version.SeenTags;
import dev.talentpipeline.notification.webhook.Outcome;
import org.springframework.http.HttpStatus;

/** What the use cases refuse, as problems. */
final class Outcomes {

    private Outcomes() {}

    static <T> T result(Outcome<T> outcome, String what, String id) {
        return switch (outcome) {
            case Outcome.Done<T>(T result) -> result;
            case Outcome.NotFound<T>() -> throw Organisations.notFound(what, id);
            case Outcome.Outdated<T>(long version) -> throw SeenTags.outdated(version);
            case Outcome.TooMany<T>(int most) -> throw tooMany(most);
            case Outcome.Disabled<T>(var why) ->
                throw Problem.of(HttpStatus.CONFLICT, "webhook-disabled", "Nothing is sent to a disabled webhook.")
                        .remedy("Enable it first, by POST …/state.")
                        .with("disabledBecause", why)
                        .asException();
        };
    }

    private static ProblemException tooMany(int most) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "too-many-webhooks",
                        "An organisation has at most %d webhooks.".formatted(most))
                .remedy("Change or remove one of them.")
                .asException();
    }
}
