package dev.talentpipeline.kit.kafka;

import java.io.Serial;

/** A well-formed event that this service can never apply. It is set aside as a dead letter with this reason. */
public final class UnappliableEventException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnappliableEventException(String message) {
        super(message);
    }
}
