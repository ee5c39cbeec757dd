package dev.talentpipeline.kit.problem;

import java.io.Serial;

/** Carries a {@link Problem} out of a request; it is rendered as {@code application/problem+json}. */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
