package dev.talentpipeline.stack.demo;

import dev.talentpipeline.stack.client.BackOff;
import dev.talentpipeline.stack.client.Reply;
import java.util.function.Supplier;

/**
 * Requests that wait for a busy or starting server.
 *
 * @param failure what did not come about if one of them fails, as the first words of the message
 */
record PatientRequests(BackOff backOff, String failure) {

    /** The answer, whatever it is. */
    Reply answered(String method, String path, Supplier<Reply> request) {
        try {
            return backOff.untilAnswered(request);
        } catch (RuntimeException e) {
            throw new DemoLoadException(failure + ": " + method + " " + path + " failed: " + e.getMessage(), e);
        }
    }

    /** The answer, which must be a success. */
    Reply successful(String method, String path, Supplier<Reply> request) {
        Reply reply = answered(method, path, request);
        if (!reply.successful()) {
            throw refused(method, path, reply);
        }
        return reply;
    }

    DemoLoadException refused(String method, String path, Reply reply) {
        return new DemoLoadException(failure + ": " + method + " " + path + " was answered with " + reply.summary());
    }
}
