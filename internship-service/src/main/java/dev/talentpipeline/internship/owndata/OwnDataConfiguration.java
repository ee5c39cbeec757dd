package dev.talentpipeline.internship.owndata;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.outbox.Outbox;
import dev.talentpipeline.internship.person.FindingPerson;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.personaldata.Forerunners;
import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.student.Consenting;
import dev.talentpipeline.internship.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

@Configuration(proxyBeanMethods = false)
class OwnDataConfiguration {

    @Bean
    ReadingOwnData readingOwnData(
            FindingPerson finding,
            List<PersonalData> features,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        return new ReadingOwnData(finding, features, trail, transactions, clock);
    }

    @Bean
    ErasingPerson erasingPerson(
            FindingPerson finding,
            People people,
            Consenting consenting,
            List<PersonalData> features,
            Forerunners forerunners,
            Erasures erasures,
            ErasureEvents events,
            Transactions transactions,
            Clock clock) {
        return new ErasingPerson(
                finding, people, consenting, features, forerunners, erasures, events, transactions, clock);
    }

    @Bean
    CompletingErasures completingErasures(
            Erasures erasures,
            Outbox outbox,
            ErasedTopics topics,
            ErasedTables tables,
            List<PersonalData> features,
            Transactions transactions,
            @Value("${talentpipeline.erasure-window:PT24H}") Duration window,
            Clock clock) {
        return new CompletingErasures(erasures, outbox, topics, tables, features, transactions, window, clock);
    }

    /** Looks every second whether an erasure is under way. What fails is done again by a later sweep, as long as it takes. */
    @Component
    static final class ErasureSweeper {

        private static final Logger LOG = LoggerFactory.getLogger(ErasureSweeper.class);

        private final CompletingErasures completing;
        private final ReentrantLock busy = new ReentrantLock();

        ErasureSweeper(CompletingErasures completing) {
            this.completing = completing;
        }

        /** At a rate, so that a long step has a thread of its own and the sweeps of offers need not wait for it. */
        @Scheduled(fixedRate = 1_000)
        void sweep() {
            if (!busy.tryLock()) {
                return;
            }
            try {
                completing.sweep();
            } catch (DataAccessException | TransactionException | KafkaException e) {
                LOG.warn("Erasures wait for the next sweep: {}", e.getMessage());
            } finally {
                busy.unlock();
            }
        }
    }
}
