package dev.talentpipeline.notification.inbox.postgres;

import static dev.talentpipeline.notification.inbox.OfferNewsFixture.FACTS;
import static dev.talentpipeline.notification.inbox.OfferNewsFixture.NOW;
import static dev.talentpipeline.notification.inbox.OfferNewsFixture.OPENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.talentpipeline.notification.Surroundings;
import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.KeepingContacts;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.inbox.Notice;
import dev.talentpipeline.notification.inbox.NoticeKind;
import dev.talentpipeline.notification.inbox.Notices;
import dev.talentpipeline.notification.inbox.Notices.Advance;
import dev.talentpipeline.notification.inbox.OfferNews;
import dev.talentpipeline.notification.inbox.OfferState;
import dev.talentpipeline.notification.inbox.ReleasedNotice;
import dev.talentpipeline.notification.inbox.TellingPeople;
import dev.talentpipeline.notification.listing.Internship;
import dev.talentpipeline.notification.listing.KeepingListings;
import dev.talentpipeline.notification.listing.Programme;
import dev.talentpipeline.stack.MailServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** What only the database can promise. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@DirtiesContext
class PostgresNoticesIT {

    private static final MailServer MAIL = MailServer.start();

    @Autowired
    private Notices notices;

    @Autowired
    private TellingPeople people;

    @Autowired
    private KeepingContacts contacts;

    @Autowired
    private KeepingListings listings;

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

    @Test
    void refusesASecondNoticeOfOnePersonAndEvent() {
        String person = UUID.randomUUID().toString();
        notices.add(List.of(notice(UUID.randomUUID(), person, 1)));
        notices.add(List.of(notice(UUID.randomUUID(), person, 2)));

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> notices.add(List.of(notice(UUID.randomUUID(), person, 1))))
                .withMessageContaining("one_notice_per_person_and_event");
    }

    @Test
    void refusesASecondMailOfOneNoticeAndASecondUseOfAMessageId() {
        var first = notice(UUID.randomUUID(), UUID.randomUUID().toString(), 1);
        var second = notice(UUID.randomUUID(), UUID.randomUUID().toString(), 1);
        notices.add(List.of(first));
        notices.add(List.of(second));
        // Settled at once, so that nobody sends them.
        String insert = """
                insert into mails (notice_id, person_id, message_id, state, next_attempt_at, settled_at)
                values (?, 'nobody', ?, 'SENT', now(), now())
                """;
        jdbc.sql(insert).param(first.id()).param("<" + first.id() + ">").update();

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() ->
                        jdbc.sql(insert).param(first.id()).param("<other>").update());
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> jdbc.sql(insert)
                        .param(second.id())
                        .param("<" + first.id() + ">")
                        .update())
                .withMessageContaining("one_mail_per_message_id");
    }

    @Test
    void readsManyVersionsInTheirOrderAlsoOfOneOffer() {
        String programme = "p-" + UUID.randomUUID();
        var first = read(programme, "one", 2, OfferState.EXTENDED);
        assertThat(notices.advance(List.of(first))).containsExactly(new Advance(true, null));

        assertThat(notices.advance(List.of(
                        first,
                        read(programme, "two", 1, OfferState.EXTENDED),
                        read(programme, "one", 3, OfferState.ACCEPTED),
                        read(programme, "one", 1, OfferState.AWAITING_APPROVAL),
                        read(programme, "one", 4, OfferState.CONFIRMED))))
                .containsExactly(
                        new Advance(false, OfferState.EXTENDED),
                        new Advance(true, null),
                        new Advance(true, OfferState.EXTENDED),
                        new Advance(false, OfferState.ACCEPTED),
                        new Advance(true, OfferState.ACCEPTED));
        assertThat(notices.advance(List.of())).isEmpty();
    }

    private static OfferNews read(String programme, String offer, long version, OfferState state) {
        return new OfferNews(programme, offer, version, state, "li-lei", "opening", FACTS);
    }

    @Test
    void whatIsReleasedAsItIsAddedIsToldAsWhatWaited() {
        String person = UUID.randomUUID().toString();
        var waited = notice(UUID.randomUUID(), person, 1);
        var born = notice(UUID.randomUUID(), person, 2);
        notices.add(List.of(waited));
        notices.release(new ReleasedNotice(waited, OPENING), NOW);
        notices.addReleased(List.of(new ReleasedNotice(born, OPENING)), NOW);

        assertThat(notices.released(List.of(born.id(), waited.id()))).contains(new ReleasedNotice(born, OPENING));
        assertThat(steps(born.id())).isEqualTo(steps(waited.id())).hasSize(1);
        assertThat(steps(born.id()).getFirst())
                .containsEntry("version", 1L)
                .containsEntry("channel", "INBOX")
                .containsEntry("state", "SENT");
    }

    private List<Map<String, Object>> steps(UUID notice) {
        return jdbc.sql(
                        "select version, person_id, kind, channel, state, changed_at from notice_progress where notice_id = ?")
                .param(notice)
                .query()
                .listOfRows();
    }

    @Test
    void losesNoNoticeWhenAllThatItNeedsArrivesAtTheSameInstant() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 200; round++) {
                String programme = "p-" + UUID.randomUUID();
                String person = UUID.randomUUID().toString();
                var start = new CyclicBarrier(4);
                List<Callable<Boolean>> arrivals = List.of(
                        arrival(
                                start,
                                () -> people.offerChanged(new OfferNews(
                                        programme, "offer", 1, OfferState.DECLINED, person, "opening", FACTS))),
                        arrival(
                                start,
                                () -> contacts.arrived(new Contact(
                                        person, 1, "Li Lei", person + "@uni.example", Language.EN, "uni-1"))),
                        arrival(start, () -> listings.arrived(new Programme(programme, 1, "Spring", false))),
                        arrival(
                                start,
                                () -> listings.arrived(
                                        new Internship(programme, "opening", 1, "Intern", "Xingchen", 4000))));
                for (Future<Boolean> arrival : threads.invokeAll(arrivals)) {
                    assertThat(arrival.get()).isTrue();
                }
                assertThat(jdbc.sql("select count(*) from notices where person_id = ? and released_at is not null")
                                .param(person)
                                .query(Long.class)
                                .single())
                        .as("released in round %d", round)
                        .isEqualTo(1);
            }
        }
    }

    private Callable<Boolean> arrival(CyclicBarrier start, BooleanSupplier work) {
        return () -> {
            start.await();
            return transaction.execute(status -> work.getAsBoolean());
        };
    }

    private static Notice notice(UUID id, String person, long version) {
        return new Notice(
                id, NoticeKind.OFFER_MADE, person, "offer-1", version, "never-published", "opening", FACTS, NOW);
    }
}
