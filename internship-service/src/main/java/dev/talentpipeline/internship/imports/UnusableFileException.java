package dev.talentpipeline.internship.imports;

import java.io.Serial;

/** Says that a file cannot be read as a table. It is an answer, not a fault of the service, so it has no stack trace. */
public final class UnusableFileException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public UnusableFileException(Fault fault) {
        super(fault.detail(), null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
