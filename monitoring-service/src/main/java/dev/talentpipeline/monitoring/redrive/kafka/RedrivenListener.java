package dev.talentpipeline.monitoring.redrive.kafka;

import dev.talentpipeline.monitoring.redrive.Redrives;
import dev.talentpipeline.schemas.SentAgain;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads what became of what was sent again, as its readers say it. An answer that is repeated changes nothing. */
@Component
final class RedrivenListener {

    private final Redrives redrives;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final int mostRepeats;

    RedrivenListener(
            Redrives redrives,
            TransactionOperations transaction,
            Clock clock,
            @Value("${talentpipeline.redrive.most-repeats:3}") int mostRepeats) {
        this.redrives = redrives;
        this.transaction = transaction;
        this.clock = clock;
        this.mostRepeats = mostRepeats;
    }

    @KafkaListener(
            id = "redriven",
            idIsGroup = false,
            topics = "#{@redrivenTopics}",
            containerFactory = "journalListenerContainerFactory")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        List<SentAgain.Answer> answers = records.stream()
                .map(record -> SentAgain.Answer.readFrom(record.headers()))
                .flatMap(Optional::stream)
                .toList();
        transaction.executeWithoutResult(
                status -> answers.forEach(answer -> redrives.answered(answer, mostRepeats, clock.instant())));
    }
}
