package dev.talentpipeline.notification.delivery.mail;

import static dev.talentpipeline.notification.inbox.OfferNewsFixture.NOW;
import static dev.talentpipeline.notification.inbox.OfferNewsFixture.OPENING;
import static dev.talentpipeline.notification.inbox.OfferNewsFixture.notice;
import static dev.talentpipeline.notification.inbox.OfferNewsFixture.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.kit.tracing.Tracing;
import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.InMemoryContacts;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.delivery.mail.Settlement.Failed;
import dev.talentpipeline.notification.delivery.mail.Settlement.Postponed;
import dev.talentpipeline.notification.delivery.mail.Settlement.Sent;
import dev.talentpipeline.notification.inbox.InMemoryNotices;
import dev.talentpipeline.notification.inbox.Notice;
import dev.talentpipeline.notification.inbox.OfferState;
import dev.talentpipeline.notification.inbox.ReleasedNotice;
import dev.talentpipeline.notification.preference.UnsubscribeLinks;
import dev.talentpipeline.notification.template.Letter;
import dev.talentpipeline.notification.template.Letters;
import dev.talentpipeline.notification.template.UnwritableLetterException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CourierTest {

    private static final UnsubscribeLinks LINKS =
            new UnsubscribeLinks(() -> new byte[] {1, 2, 3}, "https://console.example");
    private static final Duration FIRST = Duration.ofMillis(500);

    private final InMemoryMailQueue queue = new InMemoryMailQueue();
    private final InMemoryNotices notices = new InMemoryNotices();
    private final InMemoryContacts contacts = new InMemoryContacts();
    private final ScriptedPostbox postbox = new ScriptedPostbox();
    private final InMemoryDigests digests = new InMemoryDigests();
    private BiFunction<ReleasedNotice, Contact, Letter> letters =
            (notice, to) -> new Letter("subject", "text for " + to.name(), "<p>html</p>");
    private final Backoff backoff = new Backoff(FIRST, Duration.ofSeconds(30));
    private final SendingMails sending = new SendingMails(
            postbox,
            new WritingMails(
                    notices,
                    contacts,
                    new Letters() {
                        @Override
                        public Letter letter(ReleasedNotice notice, Contact to) {
                            return letters.apply(notice, to);
                        }

                        @Override
                        public Letter digest(ReleasedNotice digest, List<ReleasedNotice> entries, Contact to) {
                            return new Letter(entries.size() + " news", "text", "<p>html</p>");
                        }
                    },
                    digests,
                    LINKS,
                    "notices.example",
                    Clock.fixed(NOW, ZoneOffset.UTC)),
            backoff,
            posting -> {},
            Tracing.unseen(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new Random(7),
            4);
    private final Courier courier = new Courier(
            () -> queue,
            postbox,
            sending,
            Duration.ofSeconds(1),
            backoff,
            Clock.fixed(NOW, ZoneOffset.UTC),
            new Random(7));

    @BeforeEach
    void liLeiIsKnown() {
        contacts.keep(new Contact("li-lei", 1, "Li Lei", "li.lei@uni.example", Language.EN, "uni-1"));
    }

    @Test
    void sendsWhatIsDueAndSettlesEach() {
        UUID first = queued("offer-1");
        UUID second = queued("offer-2");

        assertThat(courier.sendDue(queue)).isTrue();

        assertThat(postbox.posted).extracting(Mail::messageId).containsExactly("<offer-1>", "<offer-2>");
        assertThat(queue.settlements()).containsExactly(new Sent(first, NOW), new Sent(second, NOW));
    }

    @Test
    void isLateWhileUrgentMailsAreSentThatCouldHaveLeftLongBefore() {
        assertThat(lateWhenSent("offer-1", NOW.minusSeconds(2), true)).isTrue();
        assertThat(lateWhenSent("offer-2", NOW.minusMillis(500), true)).isFalse();
        assertThat(lateWhenSent("offer-3", NOW.minusSeconds(2), false)).isFalse();

        assertThat(courier.isLate()).isFalse();
    }

    private boolean lateWhenSent(String offerId, Instant due, boolean urgent) {
        var notice = notice(offer(offerId, 1, OfferState.EXTENDED));
        notices.addReleased(List.of(new ReleasedNotice(notice, OPENING)), NOW);
        queue.add(notice.id(), "<" + offerId + ">", due, urgent);
        var late = new AtomicBoolean();
        letters = (released, to) -> {
            late.set(courier.isLate());
            return new Letter("subject", "text", "<p>html</p>");
        };
        courier.sendDue(queue);
        return late.get();
    }

    @Test
    void writesToTheContactAsItIsWhenTheMailLeaves() {
        queued("offer-1");
        contacts.keep(new Contact("li-lei", 2, "李雷", "new@uni.example", Language.ZH, "uni-1"));

        courier.sendDue(queue);

        assertThat(postbox.posted)
                .containsExactly(new Mail(
                        "<offer-1>",
                        "<offer-1@notices.example>",
                        "new@uni.example",
                        Language.ZH,
                        NOW,
                        LINKS.linkFor("li-lei"),
                        new Letter("subject", "text for 李雷", "<p>html</p>")));
    }

    @Test
    void givesUpAMailWhoseRecipientIsRefused() {
        UUID id = queued("offer-1");
        postbox.answers.put("<offer-1>", new Posting.Refused("550 unknown"));

        courier.sendDue(queue);

        assertThat(queue.settlements()).containsExactly(new Failed(id, NOW, "550 unknown"));
    }

    @Test
    void letsADeferredMailWaitWhileOthersGo() {
        UUID deferred = queued("offer-1");
        UUID other = queued("offer-2");
        postbox.answers.put("<offer-1>", new Posting.Deferred("451 later"));

        assertThat(courier.sendDue(queue)).isTrue();

        assertThat(queue.settlements()).hasSize(2).element(1).isEqualTo(new Sent(other, NOW));
        assertThat(queue.settlements().getFirst()).isInstanceOfSatisfying(Postponed.class, postponed -> {
            assertThat(postponed.noticeId()).isEqualTo(deferred);
            assertThat(postponed.until()).isBetween(NOW.plus(FIRST.dividedBy(2)), NOW.plus(FIRST));
        });
    }

    @Test
    void stopsAtAnUnreachableServerAndLosesNothing() {
        UUID first = queued("offer-1");
        queued("offer-2");
        postbox.answers.put("<offer-1>", new Posting.Unreachable("Connection refused"));

        assertThat(courier.sendDue(queue)).isFalse();
        assertThat(courier.trouble()).isEqualTo("server: Connection refused");
        assertThat(queue.settlements()).containsExactly(new Postponed(first, NOW, "Connection refused"));

        postbox.answers.clear();
        assertThat(courier.sendDue(queue)).isTrue();
        assertThat(courier.trouble()).isNull();
        assertThat(postbox.posted).extracting(Mail::messageId).containsExactly("<offer-1>", "<offer-1>", "<offer-2>");
    }

    @Test
    void letsALetterThatCannotBeWrittenKeepNoOtherFromLeaving() {
        queued("offer-1");
        queued("offer-2");
        BiFunction<ReleasedNotice, Contact, Letter> working = letters;
        letters = (notice, to) -> {
            if (notice.notice().subject().equals("offer-1")) {
                throw new UnwritableLetterException("broken", new IllegalStateException());
            }
            return working.apply(notice, to);
        };

        courier.sendDue(queue);

        assertThat(postbox.posted).extracting(Mail::messageId).containsExactly("<offer-2>");
        assertThat(queue.settlements().getFirst()).isInstanceOf(Postponed.class);
    }

    @Test
    void sendsNothingToAPersonErasedMeanwhile() {
        queued("offer-1");
        contacts.erase("li-lei");
        notices.deleteAllOf("li-lei");

        assertThat(courier.sendDue(queue)).isTrue();

        assertThat(postbox.posted).isEmpty();
        assertThat(queue.settlements()).isEmpty();
    }

    @Test
    void sendsAgainUnderTheSameIdWhatWasCutOffBeforeItsSettlement() {
        queued("offer-1");
        postbox.diesAfterPosting = true;
        assertThatThrownBy(() -> courier.sendDue(queue)).isInstanceOf(PowerCut.class);

        postbox.diesAfterPosting = false;
        assertThat(courier.sendDue(queue)).isTrue();
        assertThat(postbox.posted).hasSize(1);

        assertThat(queue.takeBack()).isEqualTo(1);
        courier.sendDue(queue);
        assertThat(postbox.posted).extracting(Mail::messageId).containsExactly("<offer-1>", "<offer-1>");
    }

    @Test
    void leavesOneInDoubtHoweverManyWereClaimed() {
        IntStream.range(0, 10).forEach(i -> queued("offer-" + i));
        postbox.atItsTurn = mail -> postbox.diesAfterPosting = mail.messageId().equals("<offer-3>");
        assertThatThrownBy(() -> courier.sendDue(queue)).isInstanceOf(PowerCut.class);
        assertThat(postbox.posted).hasSize(4);
        assertThat(queue.settlements()).hasSize(3);

        assertThat(queue.takeBack()).isEqualTo(1);
        postbox.atItsTurn = mail -> postbox.diesAfterPosting = false;
        courier.sendDue(queue);

        assertThat(postbox.posted).hasSize(11);
        assertThat(postbox.posted.stream().map(Mail::messageId).distinct()).hasSize(10);
    }

    @Test
    void preparesSeveralAtOnceButHandsOverOneAfterTheOtherInTheirOrder() {
        List<UUID> queued =
                IntStream.range(0, 20).mapToObj(i -> queued("offer-" + i)).toList();
        // The first has its turn only once others are prepared as far.
        postbox.atItsTurn = mail -> await().atMost(Duration.ofSeconds(10)).until(() -> postbox.prepared.size() >= 4);

        assertThat(courier.sendDue(queue)).isTrue();

        assertThat(queue.settlements())
                .containsExactlyElementsOf(queued.stream()
                        .map(id -> (Settlement) new Sent(id, NOW))
                        .toList());
        assertThat(postbox.posted)
                .extracting(Mail::messageId)
                .containsExactlyElementsOf(IntStream.range(0, 20)
                        .mapToObj(i -> "<offer-" + i + ">")
                        .toList());
    }

    @Test
    void handsNothingMoreOverOnceItIsPausedAndGivesTheRestBackAsItWas() {
        UUID first = queued("offer-1");
        UUID second = queued("offer-2");
        UUID third = queued("offer-3");
        queue.pause(true);

        assertThat(sending.send(queue, queue.claim(NOW, 10), () -> true)).isNull();

        assertThat(postbox.posted).extracting(Mail::messageId).containsExactly("<offer-1>");
        assertThat(queue.settlements()).containsExactly(new Sent(first, NOW));
        assertThat(queue.attemptsOfReady()).isEqualTo(Map.of(second, 0, third, 0));
    }

    private UUID queued(String offerId) {
        Notice notice = notice(offer(offerId, 1, OfferState.EXTENDED));
        notices.addReleased(List.of(new ReleasedNotice(notice, OPENING)), NOW);
        queue.add(notice.id(), "<" + offerId + ">", NOW);
        return notice.id();
    }

    /** The end of the process between two instructions. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final class ScriptedPostbox implements Postbox {

        private final List<Mail> posted = new ArrayList<>();
        private final Map<String, Posting> answers = new HashMap<>();
        private final Set<String> prepared = ConcurrentHashMap.newKeySet();
        private Consumer<Mail> atItsTurn = mail -> {};
        private volatile boolean diesAfterPosting;

        @Override
        public Optional<Posting> post(Mail mail, Turn turn) {
            prepared.add(mail.messageId());
            if (!turn.comes()) {
                return Optional.empty();
            }
            atItsTurn.accept(mail);
            posted.add(mail);
            if (diesAfterPosting) {
                throw new PowerCut();
            }
            return Optional.of(answers.getOrDefault(mail.messageId(), new Posting.Accepted()));
        }

        @Override
        public void hangUp() {
            // Nothing is held.
        }
    }
}
