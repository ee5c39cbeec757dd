package dev.talentpipeline.notification.round.kafka;

import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.events.StudentState;
import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.notification.round.Member;
import dev.talentpipeline.notification.round.Rounds;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads {@code student-profiles}, and keeps of each only whether the student takes part. Effect and version commit together. */
@Component
final class StudentListener {

    private final Rounds rounds;
    private final EventCodec codec;
    private final EventCounters counters;
    private final TransactionOperations transaction;

    StudentListener(Rounds rounds, EventCodec codec, EventCounters counters, TransactionOperations transaction) {
        this.rounds = rounds;
        this.codec = codec;
        this.counters = counters;
        this.transaction = transaction;
    }

    @KafkaListener(
            id = "student-profiles",
            idIsGroup = false,
            topics = "#{T(dev.talentpipeline.schemas.Topics).STUDENT_PROFILES.name()}",
            containerFactory = "eventListenerContainerFactory")
    void on(ConsumerRecord<String, byte[]> record) {
        boolean news = record.value() == null
                ? isErased(record.key())
                : isNews(codec.decode(Topics.STUDENT_PROFILES, record.value()));
        if (news) {
            counters.applied(record.topic());
        } else {
            counters.duplicate(record.topic());
        }
    }

    private boolean isNews(StudentProfile event) {
        Member member = new Member(
                event.getProgrammeId(),
                event.getStudentId(),
                event.getVersion(),
                event.getPersonId(),
                event.getState() == StudentState.ACTIVE && event.getConsent(),
                event.getChangedAt());
        return transaction.execute(status -> rounds.keep(member));
    }

    private boolean isErased(String key) {
        int slash = key.lastIndexOf('/');
        transaction.executeWithoutResult(
                status -> rounds.forget(key.substring(0, Math.max(0, slash)), key.substring(slash + 1)));
        return true;
    }
}
