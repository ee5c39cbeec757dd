package dev.talentpipeline.stack;

/** A Kafka broker that creates no topic by itself. */
public interface Broker extends Part {

    /** Where clients connect, as {@code host:port}. */
    String bootstrapServers();
}
