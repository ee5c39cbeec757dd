package dev.talentpipeline.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.Language;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.kit.FilesHolding;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.SentAgain;
import dev.talentpipeline.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events that cannot be read, and people who are erased. */
class SetAsideAndErasedIT extends WholeService {

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
}
