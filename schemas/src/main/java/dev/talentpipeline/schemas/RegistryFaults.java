package dev.talentpipeline.schemas;

import io.apicurio.registry.rest.client.exception.RestClientException;
import java.io.IOException;

/** Tells a registry that cannot answer from a registry that answers no. */
final class RegistryFaults {

    private static final int FIRST_SERVER_ERROR = 500;

    private RegistryFaults() {}

    /** Whether the same request may succeed later without anybody changing the event. */
    static boolean ofTheEnvironment(Exception fault) {
        if (fault instanceof RestClientException refused) {
            // Without a code nothing was answered at all: the client reports a failed connection in this form too.
            Integer code = refused.getError().getErrorCode();
            return code == null || code >= FIRST_SERVER_ERROR;
        }
        return fault instanceof IOException;
    }

    /** What to write into the log. */
    static String reason(Exception fault) {
        if (fault instanceof RestClientException refused && refused.getMessage() == null) {
            return refused.getError().getName();
        }
        return fault.toString();
    }
}
