package dev.talentpipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.apicurio.registry.rest.client.RegistryClient;
import io.apicurio.registry.rest.client.RegistryClientFactory;
import io.apicurio.registry.rest.v2.beans.IfExists;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Brings a broker and a registry to what the catalogue says: creates every topic with its dead-letter topics and those of what is sent again, and registers every schema.
 * It runs before the services start; running it again changes nothing. Topics that exist with another number of partitions are refused,
 * since their keys would not meet.
 */
public final class Deployment {

    private static final Duration REGISTRY_ATTEMPT = Duration.ofSeconds(10);
    private static final Duration REGISTRY_PATIENCE = Duration.ofMinutes(2);
    private static final Map<String, String> LARGE =
            Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topic.LARGEST_SET_ASIDE_BYTES));

    private Deployment() {}

    /**
     * Deploys from the command line: {@code Deployment BOOTSTRAP_SERVERS REGISTRY_URL}.
     */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            throw new IllegalArgumentException(
                    "arguments (%d) must be two: the broker's bootstrap servers and the registry's URL."
                            .formatted(arguments.length));
        }
        deploy(arguments[0], arguments[1]);
    }

    /** Creates the topics and registers the schemas. */
    public static void deploy(String bootstrapServers, String registryUrl) {
        createTopics(bootstrapServers);
        registerSchemas(registryUrl);
    }

    /** Creates the topics, for which no registry has to run yet. */
    public static void createTopics(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            List<NewTopic> wanted = new ArrayList<>();
            Set<String> large = new HashSet<>();
            for (Channel channel : Channels.ALL) {
                wanted.add(newTopic(channel.name(), channel.settings()));
                if (channel.settings().containsKey(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)) {
                    large.add(channel.name());
                }
            }
            CreateTopicsResult creations = admin.createTopics(wanted);
            List<String> existing = new ArrayList<>();
            for (String name : creations.values().keySet()) {
                try {
                    // The answer to the creation counts: a broker that is asked may not have heard of the topic yet.
                    requirePartitions(name, creations.numPartitions(name).get());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("Topic %s must be creatable.".formatted(name), e);
                    }
                    existing.add(name);
                }
            }
            for (TopicDescription found : described(admin, existing)) {
                requirePartitions(found.name(), found.partitions().size());
            }
            existing.retainAll(large);
            enlarge(admin, existing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics.", e);
        }
    }

    private static Collection<TopicDescription> described(Admin admin, List<String> names) throws InterruptedException {
        try {
            return admin.describeTopics(names).allTopicNames().get().values();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Topics must be describable.", e);
        }
    }

    /** Those of an earlier version take less. */
    private static void enlarge(Admin admin, List<String> topics) throws InterruptedException {
        Collection<AlterConfigOp> larger = LARGE.entrySet().stream()
                .map(each -> new AlterConfigOp(new ConfigEntry(each.getKey(), each.getValue()), OpType.SET))
                .toList();
        try {
            admin.incrementalAlterConfigs(topics.stream()
                            .collect(Collectors.toMap(
                                    topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic), any -> larger)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Topics of dead letters must take large records.", e);
        }
    }

    private static void requirePartitions(String topic, int partitions) {
        if (partitions != Topics.PARTITIONS) {
            throw new IllegalStateException(
                    "partitions (%d) of topic %s must be %d. Maybe it was created by hand: keys of one programme would no longer meet."
                            .formatted(partitions, topic, Topics.PARTITIONS));
        }
    }

    private static NewTopic newTopic(String name, Map<String, String> settings) {
        return new NewTopic(name, Optional.of(Topics.PARTITIONS), Optional.empty()).configs(settings);
    }

    /** Registers the schemas, for which no broker has to run. */
    public static void registerSchemas(String registryUrl) {
        RegistryCalls calls = new RegistryCalls(REGISTRY_ATTEMPT, REGISTRY_PATIENCE);
        try (RegistryClient registry = RegistryClientFactory.create(Registry.nativeApi(registryUrl))) {
            for (Topic<?> topic : Topics.ALL) {
                Schema schema = SpecificData.get().getSchema(topic.type());
                byte[] content = schema.toString().getBytes(UTF_8);
                calls.answerTo(
                        topic.name(),
                        () -> registry.createArtifact(
                                null,
                                topic.subject(),
                                "AVRO",
                                IfExists.RETURN_OR_UPDATE,
                                new ByteArrayInputStream(content)));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("The registry's client must close.", e);
        }
    }
}
