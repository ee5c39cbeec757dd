package dev.talentpipeline.monitoring.flow.kafka;

import dev.talentpipeline.monitoring.flow.ReadingPace;
import dev.talentpipeline.monitoring.ledger.ReaderReports;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has what readers say of themselves noted every few seconds. */
@Component("lookingAtThePace")
final class Looking {

    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

    private final ReadingPace pace;
    private final ReaderReports reports;

    Looking(ReadingPace pace, ReaderReports reports) {
        this.pace = pace;
        this.reports = reports;
    }

    @Scheduled(fixedDelayString = "${talentpipeline.flow.every:5s}")
    void look() {
        try {
            pace.note(reports.look());
        } catch (KafkaException e) {
            LOG.warn("The pace of readers is as old as the last look: {}", e.getMessage());
        }
    }
}
