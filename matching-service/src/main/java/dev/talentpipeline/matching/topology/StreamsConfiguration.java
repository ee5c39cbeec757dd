package dev.talentpipeline.matching.topology;

import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.matching.engine.verification.StabilityVerifier;
import dev.talentpipeline.matching.explanation.PublishedMarkets;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.StreamsBuilder;
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
    MarketParts marketParts(
            EventCodec codec,
            KafkaProperties kafka,
            PublishedMarkets published,
            MatchingSettings settings,
            ClearingWorkers workers,
            EventCounters counters,
            MeterRegistry meters) {
        return new MarketParts(
                Wire.of(codec),
                new KafkaInputEnds(kafka.buildConsumerProperties()),
                workers,
                StabilityVerifier::verify,
                published,
                settings,
                new MatchingMeters(counters, meters));
    }

    @Bean
    StreamsBuilderFactoryBeanConfigurer marketStreams(MarketParts parts, ReplacedThreads replacedThreads) {
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
