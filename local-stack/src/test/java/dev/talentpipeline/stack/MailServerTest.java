package dev.talentpipeline.stack;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTest {

    @TempDir
    private Path directory;

    @Test
    void listsEveryDeliveryWithItsTextInBothForms() throws Exception {
        try (MailServer server = MailServer.start()) {
            send(server, "lin@example.edu", "你的实习录用意向", "请在三日内答复。", "<p>请在三日内答复。</p>");

            assertThat(server.messages()).singleElement().satisfies(message -> {
                assertThat(message.messageId()).isEqualTo("<offer-1@talentpipeline.dev>");
                assertThat(message.to()).isEqualTo("lin@example.edu");
                assertThat(message.subject()).isEqualTo("你的实习录用意向");
                assertThat(message.language()).isEqualTo("zh");
                assertThat(message.text()).isEqualTo("请在三日内答复。");
                assertThat(message.html()).isEqualTo("<p>请在三日内答复。</p>");
            });
        }
    }

    @Test
    void listsDoublesTwiceNewestLastAndFiltersByAddress() throws Exception {
        try (MailServer server = MailServer.start()) {
            send(server, "lin@example.edu", "first", "a", "<p>a</p>");
            send(server, "lin@example.edu", "first", "a", "<p>a</p>");
            send(server, "mei+career@example.edu", "second <b>", "b", "<p>b</p>");

            assertThat(server.messages())
                    .extracting(CapturedMessage::subject)
                    .containsExactly("first", "first", "second <b>");
            assertThat(get(server, "/messages?to=mei%2Bcareer@example.edu"))
                    .contains("\"to\":\"mei+career@example.edu\"")
                    .doesNotContain("lin@example.edu");
            assertThat(get(server, "/")).contains("second &lt;b&gt;").doesNotContain("second <b>");
        }
    }

    @Test
    void countsThemAndListsAPart() throws Exception {
        try (MailServer server = MailServer.start()) {
            for (String subject : List.of("first", "second", "third", "fourth")) {
                send(server, "lin@example.edu", subject, "a", "<p>a</p>");
            }

            assertThat(get(server, "/messages/count")).isEqualTo("4");
            assertThat(get(server, "/messages?from=1&most=2"))
                    .contains("second", "third")
                    .doesNotContain("first", "fourth");
            assertThat(get(server, "/messages?from=4")).isEqualTo("[]");
            assertThat(get(server, "/messages/received?from=3&most=9"))
                    .contains("\"messageId\":\"<offer-1@talentpipeline.dev>\"", "\"receivedAt\":")
                    .doesNotContain("fourth");
        }
    }

    @Test
    void keepsMessagesOverARestartAndGivesUpALineThatWasCutShort() throws Exception {
        // given
        Path file = directory.resolve("messages.jsonl");
        try (MailServer server = MailServer.start(file, 0, 0)) {
            send(server, "lin@example.edu", "kept", "a", "<p>a</p>");
        }
        Files.writeString(file, "\n{\"messageId\":\"<cut", StandardOpenOption.APPEND);

        // when
        try (MailServer server = MailServer.start(file, 0, 0)) {
            send(server, "lin@example.edu", "new", "b", "<p>b</p>");
        }

        // then
        try (MailServer server = MailServer.start(file, 0, 0)) {
            assertThat(server.messages()).extracting(CapturedMessage::subject).containsExactly("kept", "new");
        }
    }

    private static void send(MailServer server, String to, String subject, String text, String html)
            throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(server.smtpPort()));
        MimeMessage message = new FixedIdMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("no-reply@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setContentLanguage(new String[] {"zh"});
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(message);
    }

    private static String get(MailServer server, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.webPort() + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private static final class FixedIdMessage extends MimeMessage {

        FixedIdMessage(Session session) {
            super(session);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<offer-1@talentpipeline.dev>");
        }
    }
}
