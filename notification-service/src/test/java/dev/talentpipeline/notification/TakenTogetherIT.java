package dev.talentpipeline.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.Language;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.kit.kafka.ReaderReport;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** Many events at once. */
class TakenTogetherIT extends WholeService {

    private static final int STUDENTS = 24;
    private static final long WAITED_FOR_MS = 150;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Test
    void manyOffersAreTakenInFewTransactionsAndEachIsToldOnce() {
        List<EventFixture> students = students();

        afterAPause(() -> {
            students.forEach(student -> student.publishOffer(1, OfferState.EXTENDED));
            students.forEach(student -> student.publishOffer(1, OfferState.EXTENDED));
            students.forEach(student -> student.publishOffer(2, OfferState.RESCINDED));
        });

        await().atMost(SOON)
                .until(() ->
                        students.stream().allMatch(student -> mailsTo(student).size() >= 2));
        assertThat(students).allSatisfy(student -> {
            assertThat(noticesOf(student)).isEqualTo(2);
            assertThat(mailsTo(student)).hasSize(2);
        });
        assertThat(transactionsOf(students)).isLessThan(STUDENTS);
    }

    @Test
    void offersThatComeOneAfterTheOtherAreWaitedForAMoment() {
        List<EventFixture> students = students();

        long beganNanos = System.nanoTime();
        students.forEach(student -> student.publishOffer(1, OfferState.EXTENDED));
        long tookMs = Duration.ofNanos(System.nanoTime() - beganNanos).toMillis();

        await().atMost(SOON)
                .until(() ->
                        students.stream().noneMatch(student -> mailsTo(student).isEmpty()));
        assertThat(transactionsOf(students)).isLessThanOrEqualTo(3 + tookMs / WAITED_FOR_MS);
    }

    @Test
    void oneThatCannotBeReadIsSetAsideAloneAndEachIsAccountedForAsItself() throws Exception {
        List<EventFixture> students = students();
        EventFixture bad = students.getFirst().another();
        ReaderReport before = account(bad);
        int half = STUDENTS / 2;

        afterAPause(() -> {
            students.subList(0, half).forEach(student -> student.publishOffer(1, OfferState.EXTENDED));
            Surroundings.send(Topics.OFFERS.name(), bad.offerKey(), "no event".getBytes(UTF_8));
            students.subList(half, STUDENTS).forEach(student -> student.publishOffer(1, OfferState.EXTENDED));
            students.forEach(student -> student.publishOffer(1, OfferState.EXTENDED));
        });

        await().atMost(SOON)
                .until(() -> account(bad).duplicate() - before.duplicate() == STUDENTS
                        && students.stream()
                                .noneMatch(student -> mailsTo(student).isEmpty()));
        ReaderReport after = account(bad);
        assertThat(List.of(
                        after.applied() - before.applied(),
                        after.dead() - before.dead(),
                        after.other() - before.other()))
                .containsExactly((long) STUDENTS, 1L, 0L);
        assertThat(students).allSatisfy(student -> assertThat(mailsTo(student)).hasSize(1));
    }

    /** All in one programme, and so on one partition. */
    private List<EventFixture> students() {
        EventFixture first = ready();
        List<EventFixture> students = new ArrayList<>(List.of(first));
        Stream.generate(first::another).limit(STUDENTS - 1).forEach(students::add);
        students.stream().skip(1).forEach(student -> student.publishContact(Language.EN));
        await().atMost(SOON)
                .until(() -> students.stream()
                        .allMatch(student -> jdbc.sql(
                                        "select exists (select from contacts where person_id = ?) and exists (select from internships where internship_id = ?)")
                                .param(student.personId())
                                .param(student.internshipId())
                                .query(Boolean.class)
                                .single()));
        return students;
    }

    private void afterAPause(Runnable publishing) {
        var offers = listeners.getListenerContainer("offers");
        assertThat(offers).isNotNull();
        offers.stop();
        try {
            publishing.run();
        } finally {
            offers.start();
        }
    }

    private long transactionsOf(List<EventFixture> students) {
        return jdbc.sql("select count(distinct xmin::text) from notices where person_id in (:people)")
                .param("people", students.stream().map(EventFixture::personId).toList())
                .query(Long.class)
                .single();
    }

    /** What the reader has committed about the partition of the programme. */
    private static ReaderReport account(EventFixture student) throws ExecutionException, InterruptedException {
        var partition = new TopicPartition(
                Topics.OFFERS.name(), ProgrammePartitioner.partitionFor(student.programmeId(), Topics.PARTITIONS));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Surroundings.bootstrapServers()))) {
            OffsetAndMetadata place = admin.listConsumerGroupOffsets(ConsumerGroup.NOTIFICATION_SERVICE.id())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(partition);
            return ReaderReport.parse(place == null ? null : place.metadata())
                    .orElseGet(() -> ReaderReport.beginningAt(0));
        }
    }
}
