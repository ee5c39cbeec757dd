package dev.talentpipeline.matching.topology;

import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.kit.tracing.Tracing;
import dev.talentpipeline.matching.engine.verification.StabilityVerifier;
import dev.talentpipeline.matching.explanation.PublishedMarkets;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.apache.kafka.streams.state.Stores;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafkaStreams;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/** Wires the topology and keeps it running: a thread that dies of a fault is replaced, whatever the fault was. */
@Configuration(proxyBeanMethods = false)
@EnableKafkaStreams
class StreamsConfiguration {

    private static final int CLOSE_TIMEOUT_SECONDS = 15;

    @Bean
    PublishedMarkets publishedMarkets() {
        return new PublishedMarkets(programme -> ProgrammePartitioner.partitionFor(programme, Topics.PARTITIONS));
    }

    @Bean
    ClearingWorkers clearingWorkers(MatchingSettings settings) {
        return ClearingWorkers.start(settings.largeFrom());
    }

    @Bean
    ReadingAccounts readingAccounts(KafkaProperties kafka) {
        return new ReadingAccounts(new KafkaCommitted(kafka.buildAdminProperties()));
    }

    @Bean
    MarketParts marketParts(
            EventCodec codec,
            KafkaProperties kafka,
            ReadingAccounts accounts,
            PublishedMarkets published,
            MatchingSettings settings,
            ClearingWorkers workers,
            EventCounters counters,
            MeterRegistry meters,
            Tracing tracing) {
        return new MarketParts(
                Wire.of(codec),
                new KafkaInputEnds(kafka.buildConsumerProperties()),
                accounts,
                workers,
                StabilityVerifier::verify,
                published,
                settings,
                new MatchingMeters(counters, meters),
                tracing);
    }

    @Bean
    StreamsBuilderFactoryBeanConfigurer marketStreams(
            MarketParts parts, ReplacedThreads replacedThreads, KafkaProperties kafka) {
        ConsumerGroupMetadata accounts = KafkaCommitted.group(kafka.buildConsumerProperties());
        return new StreamsBuilderFactoryBeanConfigurer() {
            @Override
            public void configure(StreamsBuilderFactoryBean factory) {
                factory.setInfrastructureCustomizer(new KafkaStreamsInfrastructureCustomizer() {
                    @Override
                    public void configureBuilder(StreamsBuilder streams) {
                        MatchingTopology.build(
                                streams,
                                parts.wire(),
                                MarketProcessor.supplier(parts, Stores::persistentKeyValueStore));
                    }
                });
                factory.setStreamsUncaughtExceptionHandler(replacedThreads);
                factory.setClientSupplier(new DefaultKafkaClientSupplier() {
                    @Override
                    public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
                        return parts.accounts().keeping(super.getProducer(settings), accounts);
                    }
                });
                // Who leaves the group on purpose need not be waited for.
                factory.setLeaveGroupOnClose(true);
                factory.setCloseTimeout(CLOSE_TIMEOUT_SECONDS);
            }
        };
    }

    @Bean
    ReplacedThreads replacedThreads(MeterRegistry meters) {
        return new ReplacedThreads(meters);
    }

    @Bean
    StreamsHealth marketHealthIndicator(StreamsBuilderFactoryBean streams) {
        return new StreamsHealth(streams);
    }
}
