package dev.talentpipeline.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.Language;
import dev.talentpipeline.events.Notice;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.PlacementState;
import dev.talentpipeline.kit.FilesHolding;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.SentAgain;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.CapturedMessage;
import dev.talentpipeline.stack.MailServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

/** The whole service: from events on topics to mails at the server. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class NotificationServiceIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Path MAILBOX = Surroundings.mailbox();
    private static MailServer mail = Surroundings.mailServer(MAILBOX, 0);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private EventCodec codec;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        Surroundings.register(properties, mail);
    }

    @AfterAll
    static void closeMailServer() {
        mail.close();
    }

    @Test
    void mailsAnOfferInTheReadersLanguage() {
        var student = EventFixture.fresh();
        student.publishLabels();
        student.publishContact(Language.ZH);
        var english = student.another();
        english.publishContact(Language.EN);

        student.publishOffer(1, OfferState.EXTENDED);
        english.publishOffer(1, OfferState.EXTENDED);

        assertThat(awaitOnlyMail(student)).satisfies(received -> {
            assertThat(received.subject()).isEqualTo("实习录用意向：Xingchen AI“Large-model training intern”");
            assertThat(received.language()).isEqualTo("zh");
            assertThat(received.text()).contains("李雷，你好", "2026年11月27日 18:00", "每月 4,000 元", "Spring 2027");
            assertThat(received.html()).contains("<html lang=\"zh\">");
            assertThat(received.messageId())
                    .matches("<" + student.offerId() + "\\.1\\.[0-9a-f]{16}@notices\\.talentpipeline\\.example>");
        });
        assertThat(awaitOnlyMail(english).subject())
                .isEqualTo("Internship offer: Large-model training intern at Xingchen AI");
    }

    @Test
    void mailsAnEventThatComesTwiceOnce() {
        var student = ready();
        double duplicates = counted("offers", "duplicate");

        student.publishOffer(1, OfferState.EXTENDED);
        student.publishOffer(1, OfferState.EXTENDED);

        await().atMost(SOON).until(() -> counted("offers", "duplicate") == duplicates + 1);
        awaitOnlyMail(student);
        assertThat(noticesOf(student)).isEqualTo(1);
    }

    @Test
    void waitsForAContactAndForLabels() {
        var student = EventFixture.fresh();
        student.publishOffer(1, OfferState.EXTENDED);
        await().atMost(SOON).until(() -> noticesOf(student) == 1);
        student.publishInternship();
        student.publishContact(Language.EN);
        assertThat(mailsTo(student)).isEmpty();

        student.publishProgramme();

        assertThat(awaitOnlyMail(student).subject()).startsWith("Internship offer:");
    }

    @Test
    void tellsEachStepButMailsNoEchoOfADecline() {
        var student = ready();
        student.publishOffer(1, OfferState.EXTENDED);
        student.publishOffer(2, OfferState.ACCEPTED);
        student.publishOffer(3, OfferState.CONFIRMED);
        student.publishOffer(4, OfferState.RESCINDED, "CAPACITY_CUT");
        var decliner = student.another();
        decliner.publishContact(Language.EN);
        decliner.publishOffer(1, OfferState.EXTENDED);
        decliner.publishOffer(2, OfferState.DECLINED);

        await().atMost(SOON).until(() -> mailsTo(student).size() == 3);
        assertThat(mailsTo(student).stream().map(CapturedMessage::subject))
                .containsExactly(
                        "Internship offer: Large-model training intern at Xingchen AI",
                        "Confirmed: Large-model training intern at Xingchen AI",
                        "Offer withdrawn: Large-model training intern at Xingchen AI");
        assertThat(mailsTo(student).getLast().text()).contains("the company has reduced the number of places");
        await().atMost(SOON).until(() -> noticesOf(decliner) == 2);
        awaitOnlyMail(decliner);
    }

    @Test
    void tellsOfAPlacementFromItsAgreementOn() {
        var student = ready();
        student.publishPlacement(1, PlacementState.AWAITING_SIGNATURES, null);
        student.publishPlacement(2, PlacementState.AGREED, null);
        student.publishPlacement(3, PlacementState.AGREED, "STARTED");
        student.publishPlacement(4, PlacementState.STARTED, null);
        student.publishPlacement(5, PlacementState.RELEASED, null);

        await().atMost(SOON).until(() -> mailsTo(student).size() == 4);
        // What is urgent may overtake what is not.
        assertThat(mailsTo(student).stream().map(CapturedMessage::subject))
                .containsExactlyInAnyOrder(
                        "Agreement to sign: Large-model training intern at Xingchen AI",
                        "Agreement signed: Large-model training intern at Xingchen AI",
                        "Please confirm: Large-model training intern at Xingchen AI",
                        "Started: Large-model training intern at Xingchen AI");
        assertThat(mailsTo(student))
                .filteredOn(mail -> mail.subject().startsWith("Please confirm"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("was recorded: you have started"));
        await().atMost(SOON).until(() -> noticesOf(student) == 5);
    }

    @Test
    void losesNothingWhileTheMailServerIsDown() {
        var student = ready();
        int smtpPort = mail.smtpPort();
        mail.close();
        student.publishOffer(1, OfferState.EXTENDED);
        await().atMost(SOON).until(() -> counted("talentpipeline.mails", "outcome", "unreachable") >= 2);
        assertThat(health("delivery")).contains("\"status\":\"DOWN\"");
        assertThat(health("readiness")).contains("\"status\":\"UP\"");

        mail = Surroundings.mailServer(MAILBOX, smtpPort);

        awaitOnlyMail(student);
        await().atMost(SOON).until(() -> health("delivery").contains("\"status\":\"UP\""));
    }

    @Test
    void tellsHowANoticeGotOnOnceTheMailIsHandedOver() {
        var student = ready();
        int smtpPort = mail.smtpPort();
        mail.close();
        student.publishOffer(1, OfferState.EXTENDED);

        List<Notice> told = new ArrayList<>();
        try (var consumer = consumer("notices-" + student.personId())) {
            consumer.subscribe(List.of(Topics.NOTICES.name()));
            readNotices(consumer, student, told, 1);
            assertThat(told).extracting(NotificationServiceIT::step).containsExactly("1 offer-made INBOX SENT");

            mail = Surroundings.mailServer(MAILBOX, smtpPort);
            readNotices(consumer, student, told, 2);
        }

        assertThat(told)
                .extracting(NotificationServiceIT::step)
                .containsExactly("1 offer-made INBOX SENT", "2 offer-made EMAIL SENT");
        assertThat(told.getLast().getSubject()).isEqualTo(student.offerId());
        assertThat(told.getLast().getSubjectVersion()).isEqualTo(1);
    }

    private static String step(Notice notice) {
        return "%d %s %s %s".formatted(notice.getVersion(), notice.getKind(), notice.getChannel(), notice.getState());
    }

    private void readNotices(
            KafkaConsumer<String, byte[]> consumer, EventFixture student, List<Notice> told, int count) {
        await().atMost(SOON).until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                if (record.key().startsWith(student.personId() + "/")) {
                    told.add(codec.decode(Topics.NOTICES, record.value()));
                }
            });
            return told.size() >= count;
        });
    }

    @Test
    void setsAnUnreadableEventAsideAndMovesOn() {
        var student = ready();
        Surroundings.send("offers", student.offerKey(), "no event".getBytes(UTF_8));
        student.publishOffer(1, OfferState.EXTENDED);

        awaitOnlyMail(student);
        assertThat(deadLettersOf(student)).containsExactly("no event");
    }

    @Test
    void whatIsSentAgainAfterItsCauseIsMendedMailsOnceHoweverOftenItIsSent() {
        var student = ready();
        jdbc.sql("alter table offers_read add constraint planted check (offer_id <> '%s')".formatted(student.offerId()))
                .update();
        student.publishOffer(1, OfferState.EXTENDED);
        assertThat(deadLettersOf(student)).hasSize(1);
        assertThat(mailsTo(student)).isEmpty();
        jdbc.sql("alter table offers_read drop constraint planted").update();

        student.sendOfferAgain("first-" + student.offerId(), 1, OfferState.EXTENDED);
        student.sendOfferAgain("second-" + student.offerId(), 1, OfferState.EXTENDED);

        awaitOnlyMail(student);
        assertThat(answersTo(student, 2)).containsExactly("first APPLIED", "second DROPPED");
        assertThat(mailsTo(student)).hasSize(1);
    }

    /** What this service said of what was sent to it again. */
    private static List<String> answersTo(EventFixture student, int count) {
        List<String> answers = new ArrayList<>();
        try (var consumer = consumer("answers-" + student.personId())) {
            consumer.subscribe(List.of(ConsumerGroup.NOTIFICATION_SERVICE.redriven()));
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> SentAgain.Answer.readFrom(record.headers())
                                .filter(answer -> answer.record().endsWith(student.offerId()))
                                .ifPresent(answer ->
                                        answers.add(answer.record().split("-", 2)[0] + " " + answer.outcome())));
                return answers.size() >= count;
            });
        }
        return answers;
    }

    @Test
    void erasesAPersonForGood() {
        var student = ready();
        student.publishOffer(1, OfferState.EXTENDED);
        awaitOnlyMail(student);

        assertThat(filesHolding(student.email())).isNotEmpty();

        student.publishErasure();
        await().atMost(SOON).until(() -> noticesOf(student) == 0);
        student.publishContact(9, Language.EN);
        student.publishOffer(2, OfferState.RESCINDED, "STUDENT_WITHDRAWN");

        // Something that follows in the same partitions shows that both were read.
        var next = student.another();
        next.publishContact(Language.EN);
        next.publishOffer(1, OfferState.EXTENDED);
        awaitOnlyMail(next);
        assertThat(noticesOf(student)).isZero();
        assertThat(mailsTo(student)).hasSize(1);
        assertThat(jdbc.sql(
                                "select person_id, version, name, email, language, erased from contacts where person_id = ?")
                        .param(student.personId())
                        .query()
                        .singleRow())
                .containsEntry("erased", true)
                .containsEntry("name", null)
                .containsEntry("email", null);
        // and the files, the log of writing included, have forgotten as well
        await().atMost(SOON).until(() -> filesHolding(student.email()).isEmpty());
    }

    @Test
    void aPersonWhoWasErasedLongAgoIsErasedHereToo() {
        var student = EventFixture.fresh();
        student.publishContact(Language.EN);
        await().atMost(SOON).until(() -> contactsOf(student) == 1);

        // as for a service that was away while the tombstone came and went
        student.publishOldErasure();

        await().atMost(SOON).until(() -> contactsOf(student) == 0);
    }

    @Test
    void describesItself() {
        assertThat(get("/v3/api-docs")).contains("/api/v1/notices", "\"Notice\"");
        assertThat(get("/actuator/prometheus")).contains("talentpipeline_mails_unsent");
    }

    private EventFixture ready() {
        var student = EventFixture.fresh();
        student.publishLabels();
        student.publishContact(Language.EN);
        return student;
    }

    private static List<CapturedMessage> mailsTo(EventFixture student) {
        return mail.messages().stream()
                .filter(message -> message.to().equals(student.email()))
                .toList();
    }

    private CapturedMessage awaitOnlyMail(EventFixture student) {
        await().atMost(SOON).until(() -> !mailsTo(student).isEmpty());
        // Whatever else was under way would be among the unsent.
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from mails where state in ('READY', 'CLAIMED')")
                                .query(Long.class)
                                .single()
                        == 0);
        assertThat(mailsTo(student)).hasSize(1);
        return mailsTo(student).getFirst();
    }

    private long noticesOf(EventFixture student) {
        return jdbc.sql("select count(*) from notices where person_id = ?")
                .param(student.personId())
                .query(Long.class)
                .single();
    }

    private long contactsOf(EventFixture student) {
        return jdbc.sql("select count(*) from contacts where person_id = ? and not erased")
                .param(student.personId())
                .query(Long.class)
                .single();
    }

    private List<Path> filesHolding(String text) {
        jdbc.sql("checkpoint").update();
        return FilesHolding.text(
                text,
                Path.of(jdbc.sql("show data_directory").query(String.class).single()));
    }

    private double counted(String topic, String outcome) {
        return counted("talentpipeline.consumer.events", "topic", topic, "outcome", outcome);
    }

    private double counted(String name, String... tags) {
        var counter = meters.find(name).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }

    private String health(String group) {
        return get("/actuator/health/" + group);
    }

    private String get(String path) {
        return RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .exchange((request, response) -> response.bodyTo(String.class));
    }

    private static KafkaConsumer<String, byte[]> consumer(String group) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Surroundings.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        // Closing waits for the fetch that waits for more.
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        20),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<String> deadLettersOf(EventFixture student) {
        List<String> found = new ArrayList<>();
        try (var consumer = consumer("dead-letters-" + student.personId())) {
            consumer.subscribe(List.of(Topics.OFFERS.deadLetters(ConsumerGroup.NOTIFICATION_SERVICE)));
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(student.offerKey())) {
                        found.add(new String(record.value(), UTF_8));
                    }
                });
                return !found.isEmpty();
            });
        }
        return found;
    }
}
