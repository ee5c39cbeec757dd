package dev.talentpipeline.internship.internship;

import java.io.Serial;

/** Undoes an attempt that was overtaken by another transaction. */
final class OvertakenException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    OvertakenException() {
        super("overtaken by another transaction", null, false, false);
    }
}
