package dev.talentpipeline.stack.demo;

/**
 * The platform did not take a part of the demo programme. The message names the request and says what the platform
 * said.
 */
public final class DemoLoadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoLoadException(String message) {
        super(message);
    }

    DemoLoadException(String message, Throwable cause) {
        super(message, cause);
    }
}
