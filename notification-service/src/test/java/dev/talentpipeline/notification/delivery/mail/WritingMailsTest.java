package dev.talentpipeline.notification.delivery.mail;

import static dev.talentpipeline.notification.inbox.OfferNewsFixture.NOW;
import static dev.talentpipeline.notification.inbox.OfferNewsFixture.OPENING;
import static dev.talentpipeline.notification.inbox.OfferNewsFixture.notice;
import static dev.talentpipeline.notification.inbox.OfferNewsFixture.offer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.InMemoryContacts;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.delivery.mail.WritingMails.Pen;
import dev.talentpipeline.notification.inbox.InMemoryNotices;
import dev.talentpipeline.notification.inbox.Notice;
import dev.talentpipeline.notification.inbox.OfferState;
import dev.talentpipeline.notification.inbox.ReleasedNotice;
import dev.talentpipeline.notification.preference.UnsubscribeLinks;
import dev.talentpipeline.notification.template.Letter;
import dev.talentpipeline.notification.template.Letters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritingMailsTest {

    private static final UnsubscribeLinks LINKS =
            new UnsubscribeLinks(() -> new byte[] {1, 2, 3}, "https://console.example");

    private final Hands clock = new Hands();
    private final InMemoryNotices notices = new InMemoryNotices();
    private final InMemoryContacts contacts = new InMemoryContacts();
    private final WritingMails writing =
            new WritingMails(notices, contacts, new Plain(), new InMemoryDigests(), LINKS, "notices.example", clock);

    @Test
    void aClaimThatTakesLongerThanAMomentIsWrittenToContactsAsTheyAreThen() {
        contacts.keep(new Contact("li-lei", 1, "Li Lei", "old@uni.example", Language.EN, "uni-1"));
        ClaimedMail first = claimed("offer-1");
        ClaimedMail second = claimed("offer-2");
        Pen pen = writing.of(List.of(first, second));
        assertThat(pen.write(first)).map(Mail::recipient).contains("old@uni.example");

        contacts.keep(new Contact("li-lei", 2, "Li Lei", "new@uni.example", Language.EN, "uni-1"));
        clock.turn(Duration.ofSeconds(1));

        assertThat(pen.write(second)).map(Mail::recipient).contains("new@uni.example");
    }

    @Test
    void writesToNobodyWhoWasErasedAMomentBefore() {
        contacts.keep(new Contact("li-lei", 1, "Li Lei", "li.lei@uni.example", Language.EN, "uni-1"));
        ClaimedMail first = claimed("offer-1");
        ClaimedMail second = claimed("offer-2");
        Pen pen = writing.of(List.of(first, second));
        assertThat(pen.write(first)).isPresent();

        contacts.erase("li-lei");
        clock.turn(Duration.ofSeconds(1));

        assertThat(pen.write(second)).isEmpty();
    }

    private ClaimedMail claimed(String offerId) {
        Notice notice = notice(offer(offerId, 1, OfferState.EXTENDED));
        notices.addReleased(List.of(new ReleasedNotice(notice, OPENING)), NOW);
        return new ClaimedMail(notice.id(), "<" + offerId + ">", 1, true, NOW, null);
    }

    private static final class Plain implements Letters {

        @Override
        public Letter letter(ReleasedNotice notice, Contact to) {
            return new Letter("subject", "text", "<p>html</p>");
        }

        @Override
        public Letter digest(ReleasedNotice digest, List<ReleasedNotice> entries, Contact to) {
            return new Letter("subject", "text", "<p>html</p>");
        }
    }

    /** A clock that is turned by hand. */
    private static final class Hands extends Clock {

        private Instant now = NOW;

        void turn(Duration on) {
            now = now.plus(on);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Nobody asks in another zone.");
        }
    }
}
