package dev.talentpipeline.internship.support;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.talentpipeline.stack.CapturedMessage;
import dev.talentpipeline.stack.MailServer;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What the service sent by mail, to a server that all tests share. */
public final class SentMails {

    private static @Nullable MailServer shared;

    private SentMails() {}

    static synchronized MailServer server() {
        MailServer running = shared;
        if (running == null) {
            running = MailServer.start();
            shared = running;
        }
        return running;
    }

    public static List<CapturedMessage> to(String address) {
        return server().messages().stream()
                .filter(message -> message.to().equals(address))
                .toList();
    }

    /** Waits until as many have come. */
    public static List<CapturedMessage> await(String address, int number) {
        Awaitility.await().atMost(15, SECONDS).until(() -> to(address).size() >= number);
        return to(address);
    }
}
