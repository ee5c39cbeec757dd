package dev.talentpipeline.schemas;

import io.apicurio.registry.rest.client.exception.NotFoundException;
import io.apicurio.registry.rest.client.exception.RestClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;

/** Tells a registry that cannot answer from a registry that answers no. */
final class RegistryFaults {

    private RegistryFaults() {}

    /** Whether the same call may succeed later without anybody changing the event. */
    static boolean ofTheEnvironment(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof NotFoundException) {
                return false;
            }
            if (t instanceof ConnectException
                    || t instanceof HttpTimeoutException
                    || t instanceof ClosedChannelException
                    || (t instanceof RestClientException answered
                            && answered.getError().getErrorCode() >= 500)) {
                return true;
            }
        }
        return deepest(fault) instanceof IOException io && !(io instanceof java.io.EOFException);
    }

    /** The innermost message, which names what is really wrong. */
    static String reason(Throwable fault) {
        Throwable t = deepest(fault);
        return t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
    }

    private static Throwable deepest(Throwable fault) {
        Throwable t = fault;
        while (t.getCause() != null) {
            t = t.getCause();
        }
        return t;
    }
}
