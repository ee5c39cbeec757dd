package dev.talentpipeline.monitoring.flow.kafka;

import dev.talentpipeline.monitoring.flow.Catalogue;
import dev.talentpipeline.monitoring.flow.Flow;
import dev.talentpipeline.monitoring.journal.Readers;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What {@code schemas} declares, and the journal, which reads everything. */
@Component
final class SharedCatalogue implements Catalogue {

    @Override
    public List<Flow.Declared> topics() {
        return Topics.ALL.stream()
                .map(topic -> new Flow.Declared(
                        topic.name(),
                        topic.writer(),
                        Stream.concat(
                                        Stream.of(Readers.JOURNAL),
                                        Stream.of(ConsumerGroup.values())
                                                .filter(group -> group.topics().contains(topic))
                                                .map(ConsumerGroup::id))
                                .collect(Collectors.toUnmodifiableSet())))
                .toList();
    }
}
