package dev.talentpipeline.schemas;

import java.io.Serial;

/** A fault of the record itself: no retry will ever read it. The reader sets it aside as a dead letter with this reason. */
public final class UnreadableEventException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message) {
        super(message);
    }

    public UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
