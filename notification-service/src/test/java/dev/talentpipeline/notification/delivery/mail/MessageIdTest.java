package dev.talentpipeline.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.notification.inbox.Notice;
import dev.talentpipeline.notification.inbox.NoticeKind;
import dev.talentpipeline.notification.inbox.OfferNewsFixture;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageIdTest {

    @Test
    void isTheSameForTheSamePersonAndEventForEver() {
        // Written down, so that no later release gives a resent mail another identity.
        assertThat(MessageId.of(notice("li-lei", "offer-1", 2), "notices.example"))
                .isEqualTo("<offer-1.2.272e4674fddfb02c@notices.example>");
    }

    @Test
    void differsByPersonSubjectAndVersion() {
        assertThat(new String[] {
                    MessageId.of(notice("li-lei", "offer-1", 2), "notices.example"),
                    MessageId.of(notice("han-mei", "offer-1", 2), "notices.example"),
                    MessageId.of(notice("li-lei", "offer-2", 2), "notices.example"),
                    MessageId.of(notice("li-lei", "offer-1", 3), "notices.example")
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void threadsAllMailsAboutOneSubject() {
        assertThat(MessageId.thread(notice("li-lei", "offer-1", 1), "notices.example"))
                .isEqualTo(MessageId.thread(notice("li-lei", "offer-1", 2), "notices.example"))
                .isEqualTo("<offer-1@notices.example>");
    }

    private static Notice notice(String person, String subject, long version) {
        return new Notice(
                UUID.randomUUID(),
                NoticeKind.OFFER_MADE,
                person,
                subject,
                version,
                "spring",
                "opening",
                OfferNewsFixture.FACTS,
                Instant.now());
    }
}
