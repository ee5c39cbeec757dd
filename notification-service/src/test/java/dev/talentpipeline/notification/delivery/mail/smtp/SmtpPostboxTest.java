package dev.talentpipeline.notification.delivery.mail.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.delivery.mail.Mail;
import dev.talentpipeline.notification.delivery.mail.Posting;
import dev.talentpipeline.notification.template.Letter;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpPostboxTest {

    private static final String FROM = "Talent Pipeline <notices@talentpipeline.example>";

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private Instant now = Instant.parse("2026-11-24T02:00:00Z");
    private final SmtpPostbox postbox = new SmtpPostbox(client(server.port()), FROM, () -> now);

    @AfterEach
    void closeServer() throws Exception {
        postbox.hangUp();
        server.close();
    }

    @Test
    void sendsAMailThatOthersCanRead() throws Exception {
        assertThat(post(mail("li.lei@uni.example"))).isEqualTo(new Posting.Accepted());

        var message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(server.messages().getFirst().getBytes(ISO_8859_1)));
        assertThat(message.getHeader("Message-ID")).containsExactly("<offer-1.2.hash@notices.example>");
        assertThat(message.getHeader("References")).containsExactly("<offer-1@notices.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("List-Unsubscribe"))
                .containsExactly("<https://console.example/unsubscribe/token>");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(message.getContentLanguage()).containsExactly("zh");
        assertThat(message.getSentDate().toInstant()).isEqualTo(Instant.parse("2026-11-24T02:00:00Z"));
        assertThat(message.getFrom()[0]).hasToString(FROM);
        assertThat(message.getSubject()).isEqualTo("实习录用意向：星辰智能“大模型训练实习生”");

        var alternatives = (MimeMultipart) message.getContent();
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(alternatives.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(alternatives.getBodyPart(0).getContent()).isEqualTo("李雷，您好");
        assertThat(alternatives.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(alternatives.getBodyPart(1).getContent()).isEqualTo("<p>李雷，您好</p>");
    }

    @Test
    void keepsTheConnectionForTheNextMail() {
        for (int i = 0; i < 5; i++) {
            post(mail("li.lei@uni.example"));
        }

        assertThat(server.messages()).hasSize(5);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void hangsUpAConnectionThatWasNotNeededForAWhileAndKeepsTheOneThatWas() {
        // given: two connections, as a second mail is posted while the first has its turn
        postbox.post(mail("li.lei@uni.example"), () -> {
            post(mail("han.meimei@uni.example"));
            return true;
        });
        assertThat(server.hungUp()).isZero();

        // when: a mail every ten seconds, for which one of them is enough
        for (int i = 0; i < 5; i++) {
            now = now.plusSeconds(10);
            assertThat(post(mail("li.lei@uni.example"))).isEqualTo(new Posting.Accepted());
        }

        // then
        assertThat(server.hungUp()).isEqualTo(1);
        assertThat(server.connections()).isEqualTo(2);

        now = now.plusSeconds(31);
        assertThat(post(mail("li.lei@uni.example"))).isEqualTo(new Posting.Accepted());
        assertThat(server.hungUp()).isEqualTo(2);
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    void takesARefusalOfTheRecipientAsFinalAndDoesNotRepeatTheAddress() {
        server.answer("gone@uni.example", "550 5.1.1 <gone@uni.example> unknown");

        assertThat(post(mail("gone@uni.example"))).isEqualTo(new Posting.Refused("550 5.1.1 <the address> unknown"));
        assertThat(post(mail("li.lei@uni.example"))).isEqualTo(new Posting.Accepted());
    }

    @Test
    void takesATemporaryRefusalAsADelay() {
        server.answer("full@uni.example", "452 4.2.2 mailbox full");

        assertThat(post(mail("full@uni.example"))).isEqualTo(new Posting.Deferred("452 4.2.2 mailbox full"));
    }

    @Test
    void takesAServerThatHangsUpAsADelayAndConnectsAnew() {
        server.answer("curse@uni.example", "");

        assertThat(post(mail("curse@uni.example"))).isInstanceOf(Posting.Deferred.class);
        assertThat(post(mail("li.lei@uni.example"))).isEqualTo(new Posting.Accepted());
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThat(post(mail("no address at all")))
                .isEqualTo(new Posting.Refused("The address is not an e-mail address."));
        assertThat(server.connections()).isZero();
    }

    @Test
    void saysWhenThereIsNoServer() throws Exception {
        // A port that is held and not listened at: one that was given back may be another server's by now.
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            SmtpPostbox nobodys = new SmtpPostbox(client(held.getLocalPort()), FROM, () -> now);

            assertThat(nobodys.post(mail("li.lei@uni.example"), () -> true))
                    .get()
                    .isInstanceOf(Posting.Unreachable.class);
        }
    }

    @Test
    void refusesASenderThatIsNoAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmtpPostbox(client(server.port()), "Talent Pipeline", () -> now))
                .withMessageStartingWith("from (Talent Pipeline) must be an address.");
    }

    @Test
    void waitsForItsTurnBeforeTheServerHasTheMail() throws Exception {
        var turn = new CountDownLatch(1);
        var posting = CompletableFuture.supplyAsync(() -> postbox.post(mail("li.lei@uni.example"), () -> {
            try {
                return turn.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        // Another has its turn meanwhile, over a connection of its own.
        assertThat(post(mail("han.meimei@uni.example"))).isEqualTo(new Posting.Accepted());
        assertThat(server.messages()).hasSize(1);

        turn.countDown();

        assertThat(posting.get(10, TimeUnit.SECONDS)).contains(new Posting.Accepted());
        assertThat(server.messages()).hasSize(2);
    }

    @Test
    void cutsOffAMailWhoseTurnDoesNotCome() {
        assertThat(postbox.post(mail("li.lei@uni.example"), () -> false)).isEmpty();

        assertThat(post(mail("han.meimei@uni.example"))).isEqualTo(new Posting.Accepted());
        assertThat(server.messages()).singleElement().asString().contains("han.meimei@uni.example");
        assertThat(server.connections()).isEqualTo(2);
    }

    private Posting post(Mail mail) {
        return postbox.post(mail, () -> true).orElseThrow();
    }

    private static Mail mail(String recipient) {
        return new Mail(
                "<offer-1.2.hash@notices.example>",
                "<offer-1@notices.example>",
                recipient,
                Language.ZH,
                Instant.parse("2026-11-24T02:00:00Z"),
                "https://console.example/unsubscribe/token",
                new Letter("实习录用意向：星辰智能“大模型训练实习生”", "李雷，您好", "<p>李雷，您好</p>"));
    }

    private static JavaMailSenderImpl client(int port) {
        var client = new JavaMailSenderImpl();
        client.setHost("127.0.0.1");
        client.setPort(port);
        client.getJavaMailProperties().setProperty("mail.smtp.localhost", "localhost");
        client.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "5000");
        client.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
        return client;
    }
}
