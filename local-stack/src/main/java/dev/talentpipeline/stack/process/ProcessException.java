package dev.talentpipeline.stack.process;

/** A process or what it needs is not as it must be. The message is written for the person at the terminal. */
public final class ProcessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProcessException(String message) {
        super(message);
    }

    public ProcessException(String message, Throwable cause) {
        super(message, cause);
    }
}
