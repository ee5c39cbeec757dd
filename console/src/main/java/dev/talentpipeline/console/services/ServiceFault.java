package dev.talentpipeline.console.services;

import dev.talentpipeline.console.problem.Problem;
import dev.talentpipeline.console.problem.ProblemResponses;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** A service did not answer: it is down, it is too slow, or it went away in the middle. */
public final class ServiceFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Long enough for a service to be started again, short enough that a client's retry finds it soon. */
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Service service;
    private final Kind kind;

    private enum Kind {
        DOWN,
        SLOW,
        BROKEN_OFF
    }

    private ServiceFault(Service service, Kind kind, Throwable cause) {
        super(service.fullName() + " " + kind, cause);
        this.service = service;
        this.kind = kind;
    }

    public static ServiceFault of(Service service, IOException cause) {
        Kind kind = switch (cause) {
            // A connection that nobody takes within the bound is a machine that is gone, not a slow answer.
            case HttpConnectTimeoutException e -> Kind.DOWN;
            case ConnectException e -> Kind.DOWN;
            case HttpTimeoutException e -> Kind.SLOW;
            case SocketTimeoutException e -> Kind.SLOW;
            default -> Kind.BROKEN_OFF;
        };
        return new ServiceFault(service, kind, cause);
    }

    public Service service() {
        return service;
    }

    public Problem problem() {
        return switch (kind) {
            case DOWN ->
                Problem.of(503, "service-unavailable", service.fullName() + " cannot be reached; nothing was done.")
                        .with("service", service.fullName())
                        .remedy("Repeat the call in a few seconds.");
            case SLOW ->
                Problem.of(504, "service-timeout", service.fullName() + " has not answered in time; it may still act.")
                        .with("service", service.fullName())
                        .remedy("Repeat the call with the same Idempotency-Key: it is done once.");
            case BROKEN_OFF ->
                Problem.of(
                                503,
                                "service-unavailable",
                                service.fullName() + " went away before it answered; it may have acted.")
                        .with("service", service.fullName())
                        .remedy("Repeat the call with the same Idempotency-Key: it is done once.");
        };
    }

    /** The answer to an API call that was to be handed on. */
    public ServerResponse response(ServerRequest request) {
        Problem problem = problem();
        ServerResponse.BodyBuilder answer = ProblemResponses.answer(problem);
        if (problem.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.body(problem.json(request.uri().getRawPath()));
    }
}
