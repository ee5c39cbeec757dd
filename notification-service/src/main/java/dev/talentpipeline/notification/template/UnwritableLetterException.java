package dev.talentpipeline.notification.template;

import java.io.Serial;

/** A template that cannot be filled in with what the notice says: a fault of the template, not of the notice. */
public final class UnwritableLetterException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnwritableLetterException(String message, Throwable cause) {
        super(message, cause);
    }
}
