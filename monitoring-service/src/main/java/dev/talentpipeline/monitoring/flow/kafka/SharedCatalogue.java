package dev.talentpipeline.monitoring.flow.kafka;

import dev.talentpipeline.monitoring.flow.Catalogue;
import dev.talentpipeline.monitoring.flow.Flow;
import dev.talentpipeline.schemas.Channel;
import dev.talentpipeline.schemas.Channels;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The topics of events, as {@code schemas} declares them. */
@Component
final class SharedCatalogue implements Catalogue {

    @Override
    public List<Flow.Declared> topics() {
        return Channels.ALL.stream()
                .filter(channel -> channel.kind() == Channel.Kind.EVENTS)
                .map(channel ->
                        new Flow.Declared(channel.name(), channel.writers().getFirst(), Set.copyOf(channel.readers())))
                .toList();
    }
}
