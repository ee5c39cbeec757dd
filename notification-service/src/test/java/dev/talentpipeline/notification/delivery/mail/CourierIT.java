package dev.talentpipeline.notification.delivery.mail;

import static dev.talentpipeline.notification.inbox.OfferNewsFixture.FACTS;
import static dev.talentpipeline.notification.inbox.OfferNewsFixture.OPENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.kit.tracing.Tracing;
import dev.talentpipeline.notification.Surroundings;
import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.Contacts;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.inbox.Deliveries;
import dev.talentpipeline.notification.inbox.Notice;
import dev.talentpipeline.notification.inbox.NoticeKind;
import dev.talentpipeline.notification.inbox.Notices;
import dev.talentpipeline.notification.inbox.OfferNews;
import dev.talentpipeline.notification.inbox.OfferNewsFixture;
import dev.talentpipeline.notification.inbox.OfferState;
import dev.talentpipeline.notification.inbox.ReleasedNotice;
import dev.talentpipeline.notification.preference.UnsubscribeLinks;
import dev.talentpipeline.notification.template.Letters;
import dev.talentpipeline.stack.CapturedMessage;
import dev.talentpipeline.stack.MailServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** Couriers over the real database and a real SMTP server; the application's own courier is at rest. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@DirtiesContext
class CourierIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration DELAYED_ACKNOWLEDGEMENT = Duration.ofMillis(40);
    private static final MailServer MAIL = MailServer.start();

    @Autowired
    private CourierThread applications;

    @Autowired
    private MailQueue.Opening queues;

    @Autowired
    private Mails mails;

    @Autowired
    private Postbox postbox;

    @Autowired
    private Notices notices;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Letters letters;

    @Autowired
    private Digests digests;

    @Autowired
    private UnsubscribeLinks links;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        Surroundings.register(properties, MAIL);
    }

    @AfterAll
    static void closeMailServer() {
        MAIL.close();
    }

    @BeforeEach
    void restTheApplicationsCourier() {
        applications.stop();
        jdbc.sql("delete from notices").update();
    }

    @Test
    void sendsAgainUnderTheSameMessageIdAfterACrashBetweenSendAndSettlement() {
        List<String> recipients = queued(20);
        Postbox diesAtTheTenth = new Postbox() {
            private final AtomicInteger posted = new AtomicInteger();

            @Override
            public Optional<Posting> post(Mail mail, Turn turn) {
                Optional<Posting> posting = postbox.post(mail, turn);
                if (posting.isPresent() && posted.incrementAndGet() == 10) {
                    throw new PowerCut();
                }
                return posting;
            }

            @Override
            public void hangUp() {
                postbox.hangUp();
            }
        };

        assertThatThrownBy(courier(diesAtTheTenth)::run).isInstanceOf(PowerCut.class);
        assertThat(received(recipients)).hasSize(10);
        untilAllSent(courier(postbox));

        List<CapturedMessage> received = received(recipients);
        assertThat(received).hasSize(21);
        assertThat(received.stream().map(CapturedMessage::messageId).distinct()).hasSize(20);
        assertThat(received.stream().map(CapturedMessage::to).distinct())
                .containsExactlyInAnyOrderElementsOf(recipients);
        assertThat(jdbc.sql("select sum(doubts) from mails")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keepsTheOrderOfAPersonsMailsWhenTheFirstIsDeferred() {
        String person = UUID.randomUUID().toString();
        queued(person);
        queued(person);
        String other = queued();
        List<String> recipients = List.of(person + "@uni.example", other);
        Postbox defersTheFirst = new Postbox() {
            private final AtomicBoolean deferred = new AtomicBoolean();

            @Override
            public Optional<Posting> post(Mail mail, Turn turn) {
                if (!mail.recipient().equals(address(person)) || deferred.getAndSet(true)) {
                    return postbox.post(mail, turn);
                }
                return Optional.of(new Posting.Deferred("451 later"));
            }

            @Override
            public void hangUp() {
                postbox.hangUp();
            }
        };

        untilAllSent(courier(defersTheFirst));

        assertThat(received(recipients).stream().map(CapturedMessage::messageId))
                .containsExactlyElementsOf(jdbc.sql("select message_id from mails order by person_id = ?, place")
                        .param(person)
                        .query(String.class)
                        .list());
    }

    @Test
    void aBacklogLeavesTheUrgentFirstAndEachPersonsInOrder() {
        List<Queued> queued = new ArrayList<>();
        List<String> people = IntStream.range(0, 20)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        for (OfferState state : List.of(OfferState.EXTENDED, OfferState.EXPIRED, OfferState.EXTENDED)) {
            people.forEach(person -> queued.add(queued(person, state)));
        }

        untilAllSent(courier(postbox));

        List<String> sent = received(people.stream().map(CourierIT::address).toList()).stream()
                .map(CapturedMessage::messageId)
                .toList();
        List<String> expected = Stream.of(true, false)
                .flatMap(urgent -> queued.stream().filter(each -> each.urgent() == urgent))
                .map(Queued::messageId)
                .toList();
        assertThat(sent).containsExactlyElementsOf(expected);
    }

    @Test
    void whatIsHeldKeepsNothingElseBackAndLeavesAtItsHour() {
        String person = UUID.randomUUID().toString();
        Queued held = queued(person, OfferState.EXPIRED);
        jdbc.sql("update mails set state = 'HELD', held_until = now() + interval '1 hour'")
                .update();
        Queued urgent = queued(person, OfferState.EXTENDED);
        Courier courier = courier(postbox);
        Thread working = Thread.ofPlatform().start(courier);

        await().atMost(SOON)
                .until(() -> received(List.of(address(person))).stream()
                        .map(CapturedMessage::messageId)
                        .toList()
                        .equals(List.of(urgent.messageId())));
        jdbc.sql("update mails set held_until = now() where state = 'HELD'").update();

        await().atMost(SOON)
                .until(() -> received(List.of(address(person))).stream()
                        .map(CapturedMessage::messageId)
                        .toList()
                        .equals(List.of(urgent.messageId(), held.messageId())));
        courier.stop();
        await().atMost(SOON).until(() -> !working.isAlive());
    }

    @Test
    void leavesTheMailsToOneSenderAtATime() {
        queued(1);
        try (MailQueue second = queues.open()) {
            try (MailQueue first = queues.open()) {
                assertThat(first.lead()).isTrue();
                assertThat(second.lead()).isFalse();
            }

            await().atMost(SOON).until(second::lead);
            assertThat(second.claim(Instant.now(), 10)).hasSize(1);
        }
    }

    @Test
    void letsASenderThatLostItsConnectionSettleNothing() {
        queued(1);
        try (MailQueue lost = queues.open()) {
            assertThat(lost.lead()).isTrue();
            ClaimedMail claimed = lost.claim(Instant.now(), 10).getFirst();
            jdbc.sql("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted")
                    .query((row, number) -> number)
                    .list();

            assertThatThrownBy(() -> lost.settle(new Settlement.Sent(claimed.noticeId(), Instant.now())))
                    .isInstanceOf(DataAccessException.class);
        } catch (DataAccessException e) {
            // Closing what the server has ended may fail, and nothing follows from that.
            assertThat(e).hasMessageContaining("connection");
        }
        assertThat(jdbc.sql("select state from mails").query(String.class).single())
                .isEqualTo("CLAIMED");
    }

    @Test
    void countsWhatIsHeldWhatIsDueAndWhatIsUnderWayAsStillToBeSent() {
        queued(4);
        jdbc.sql("""
                        update mails set state = 'HELD', held_until = now() + interval '1 hour'
                        where place = (select max(place) from mails)
                        """).update();
        try (MailQueue queue = queues.open()) {
            assertThat(queue.lead()).isTrue();
            List<ClaimedMail> claimed = queue.claim(Instant.now(), 2);
            queue.settle(new Settlement.Sent(claimed.getFirst().noticeId(), Instant.now()));

            assertThat(mails.unsent()).isEqualTo(3);
        }
        jdbc.sql("update mails set state = 'FAILED', settled_at = now() where state <> 'SENT'")
                .update();
        assertThat(mails.unsent()).isZero();
        assertThat(mails.oldestWaits()).isZero();
    }

    @Test
    void isWokenByAMailRatherThanByThePoll() {
        Courier courier = courier(postbox, Duration.ofMinutes(1));
        Thread working = Thread.ofPlatform().start(courier);
        try {
            List<String> first = queued(1);
            await().atMost(SOON).until(() -> !received(first).isEmpty());
            List<String> second = queued(1);
            await().atMost(Duration.ofSeconds(5)).until(() -> !received(second).isEmpty());
        } finally {
            courier.stop();
            queued(1);
            await().atMost(SOON).until(() -> !working.isAlive());
        }
    }

    /**
     * A delayed acknowledgement costs a mail 40 ms, and shows in every mail or every second. What else the machine does can cost as much, but never
     * in all of them: of the many stretches of eight mails one is left alone even by a busy machine, and it is what counts.
     */
    @Test
    void stallsAtNoMail() {
        List<String> recipients = queued(200);
        List<Long> postedNanos = new CopyOnWriteArrayList<>();
        Postbox noting = new Postbox() {
            @Override
            public Optional<Posting> post(Mail mail, Turn turn) {
                Optional<Posting> posting = postbox.post(mail, turn);
                postedNanos.add(System.nanoTime());
                return posting;
            }

            @Override
            public void hangUp() {
                postbox.hangUp();
            }
        };

        untilAllSent(courier(noting));

        assertThat(received(recipients)).hasSize(200);
        assertThat(postedNanos).hasSize(200);
        int stretch = 8;
        long quickestNanos = IntStream.range(stretch, postedNanos.size())
                .mapToLong(last -> postedNanos.get(last) - postedNanos.get(last - stretch))
                .min()
                .orElseThrow();
        assertThat(Duration.ofNanos(quickestNanos))
                .as("the quickest eight mails")
                .isLessThan(DELAYED_ACKNOWLEDGEMENT.multipliedBy(stretch / 2));
    }

    private void untilAllSent(Courier courier) {
        Thread working = Thread.ofPlatform().start(courier);
        // The server's threads complain aloud of connections that a power cut left.
        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> unsent() == 0);
        courier.stop();
        await().atMost(SOON).until(() -> !working.isAlive());
    }

    private long unsent() {
        return jdbc.sql("select count(*) from mails where state <> 'SENT'")
                .query(Long.class)
                .single();
    }

    private Courier courier(Postbox post) {
        return courier(post, Duration.ofMillis(200));
    }

    private Courier courier(Postbox post, Duration poll) {
        var backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(400));
        var sending = new SendingMails(
                post,
                new WritingMails(notices, contacts, letters, digests, links, "notices.example", Clock.systemUTC()),
                backoff,
                posting -> {},
                Tracing.unseen(),
                Clock.systemUTC(),
                new Random(7),
                4);
        return new Courier(queues, post, sending, poll, backoff, Clock.systemUTC(), new Random(7));
    }

    /** Queues a mail to each of so many new people. */
    private List<String> queued(int mails) {
        return IntStream.range(0, mails).mapToObj(i -> queued()).toList();
    }

    private String queued() {
        return queued(UUID.randomUUID().toString());
    }

    private String queued(String person) {
        queued(person, OfferState.EXTENDED);
        return address(person);
    }

    private record Queued(boolean urgent, String messageId) {}

    private static String address(String person) {
        return person + "@uni.example";
    }

    private Queued queued(String person, OfferState state) {
        var news = new OfferNews("spring", UUID.randomUUID().toString(), 1, state, person, "opening", FACTS);
        Notice notice = OfferNewsFixture.notice(
                state == OfferState.EXPIRED ? NoticeKind.OFFER_EXPIRED : NoticeKind.OFFER_MADE, news);
        var released = new ReleasedNotice(notice, OPENING);
        transaction.executeWithoutResult(status -> {
            contacts.keep(new Contact(person, 1, "Li Lei", person + "@uni.example", Language.EN, "uni-1"));
            notices.addReleased(List.of(released), Instant.now());
            deliveries.enqueue(List.of(released), Instant.now());
        });
        return new Queued(notice.kind().isUrgent(), MessageId.of(notice, "notices.talentpipeline.example"));
    }

    private static List<CapturedMessage> received(List<String> recipients) {
        Set<String> wanted = Set.copyOf(recipients);
        return MAIL.messages().stream()
                .filter(message -> wanted.contains(message.to()))
                .toList();
    }

    /** The end of the process between two instructions. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }
}
