package dev.talentpipeline.stack.demo;

import dev.talentpipeline.stack.client.Reply;

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

    static DemoLoadException refused(String method, String path, Reply reply) {
        return new DemoLoadException(
                "The demo programme was not loaded: " + method + " " + path + " was answered with " + reply.summary());
    }
}
