package dev.talentpipeline.console.identity;

import java.io.Serial;

/** Carries a refusal out of a use case and rolls its transaction back. It is an answer, not a fault, so it has no stack trace. */
public final class RefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
