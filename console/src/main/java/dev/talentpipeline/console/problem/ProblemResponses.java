package dev.talentpipeline.console.problem;

import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** A problem as the answer of a route. */
public final class ProblemResponses {

    private ProblemResponses() {}

    public static ServerResponse of(Problem problem, ServerRequest request) {
        return answer(problem).body(problem.json(request.uri().getRawPath()));
    }

    /** Status and media type of the answer, for those who add headers of their own. */
    public static ServerResponse.BodyBuilder answer(Problem problem) {
        return ServerResponse.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
