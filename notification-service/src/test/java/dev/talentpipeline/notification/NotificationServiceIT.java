package dev.talentpipeline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.Language;
import dev.talentpipeline.events.Notice;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.PlacementState;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.CapturedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told, and that it comes once, also while the mail server is away. */
class NotificationServiceIT extends WholeService {

    @Autowired
    private EventCodec codec;

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
            assertThat(received.text()).contains("李雷，您好", "2026年11月27日 18:00", "每月 4,000 元", "Spring 2027");
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
                        "Offer confirmed: Large-model training intern at Xingchen AI",
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
                        "Internship step to confirm: Large-model training intern at Xingchen AI",
                        "Internship started: Large-model training intern at Xingchen AI");
        assertThat(mailsTo(student))
                .filteredOn(mail -> mail.subject().startsWith("Internship step"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("you have started it."));
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
    void describesItself() {
        assertThat(get("/v3/api-docs")).contains("/api/v1/notices", "\"Notice\"");
        assertThat(get("/actuator/prometheus")).contains("talentpipeline_mails_unsent");
    }
}
