package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.acceptance.CapturedMail;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The mails about offers that the mail server took, read bit by bit. A Message-ID begins with the offer and the version that it is about. */
final class ToldMails {

    private static final Pattern MESSAGE_ID = Pattern.compile("<([^.>]+)\\.(\\d+)\\.[^>]+>");
    private static final int AT_ONCE = 2_000;

    private final CapturedMail server;
    private final Map<String, Came> byMessageId = new HashMap<>();
    private int read;

    private ToldMails(CapturedMail server, int read) {
        this.server = server;
        this.read = read;
    }

    /**
     * A mail, by its Message-ID.
     *
     * @param first when it was taken the first time
     * @param times how often it was taken
     */
    record Came(String offer, int version, Instant first, int times) {

        private Came again() {
            return new Came(offer, version, first, times + 1);
        }
    }

    /** Mails that come from now on. */
    static ToldMails fromNow(CapturedMail server) {
        return new ToldMails(server, server.count());
    }

    /** By Message-ID what has come until now. */
    Map<String, Came> read() {
        List<JsonNode> next = server.received(read, AT_ONCE);
        while (!next.isEmpty()) {
            next.forEach(this::take);
            read += next.size();
            next = server.received(read, AT_ONCE);
        }
        return Map.copyOf(byMessageId);
    }

    private void take(JsonNode mail) {
        String id = mail.path("messageId").asString("");
        Matcher named = MESSAGE_ID.matcher(id);
        if (named.matches()) {
            Instant at = Instant.parse(mail.path("receivedAt").asString());
            byMessageId.merge(
                    id,
                    new Came(named.group(1), Integer.parseInt(named.group(2)), at, 1),
                    (before, _) -> before.again());
        }
    }
}
