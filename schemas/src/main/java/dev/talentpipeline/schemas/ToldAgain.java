package dev.talentpipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Headers;

/**
 * What an event says that its writer may have told before: it was written by one who died before it knew whether the broker had it, or is the answer to what was asked again. In the header {@code toldagain}, by which whoever counts events
 * tells such a copy, which is no fault, from one that nobody meant to send. Readers drop either by its version.
 */
public final class ToldAgain {

    private static final String HEADER = "toldagain";
    private static final byte[] PERHAPS = "perhaps".getBytes(UTF_8);

    private ToldAgain() {}

    public static void mark(Headers headers) {
        headers.remove(HEADER);
        headers.add(HEADER, PERHAPS);
    }

    public static boolean isMarked(Headers headers) {
        return headers.lastHeader(HEADER) != null;
    }
}
