package dev.talentpipeline.acceptance.prove;

import java.io.Serial;

/** The stack was not started as the proof needs it. The message says how to. */
final class UnfitStackException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnfitStackException(String message) {
        super(message);
    }
}
