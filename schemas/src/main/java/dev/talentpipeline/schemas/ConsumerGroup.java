package dev.talentpipeline.schemas;

import java.util.List;

/**
 * A service as a reader: its Kafka group and the topics it reads. Together with the topic catalogue the declared flow follows from it ({@link Channels}), and so do
 * the dead-letter topics.
 */
public enum ConsumerGroup {
    INTERNSHIP_SERVICE("internship-service", Topics.PLACEMENT_OFFERS, Topics.NOTICES, Topics.ERASURES),
    MATCHING_SERVICE("matching-service", Topics.PROGRAMMES, Topics.STUDENT_PROFILES, Topics.INTERNSHIPS, Topics.OFFERS),
    NOTIFICATION_SERVICE(
            "notification-service",
            Topics.CONTACTS,
            Topics.OFFERS,
            Topics.PLACEMENTS,
            Topics.MEETINGS,
            Topics.IMPORTS,
            Topics.PROGRAMMES,
            Topics.INTERNSHIPS,
            Topics.STUDENT_PROFILES,
            Topics.CLEARINGS,
            Topics.ERASURES);

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // The list is unmodifiable; the interface cannot say so.
    private final List<Topic<?>> topics;

    ConsumerGroup(String id, Topic<?>... topics) {
        this.id = id;
        this.topics = List.of(topics);
    }

    /** The group's id at the broker; for a Kafka Streams service also its application id. */
    public String id() {
        return id;
    }

    /** The topics that the group reads. */
    public List<Topic<?>> topics() {
        return topics;
    }

    /** Where dead letters of the group come to it again, and to it alone: raw records of its topics, which say in {@link SentAgain} of which. */
    public String redrive() {
        return id + "-redrive";
    }

    /**
     * The group beside whose offsets a reader keeps account of what it read if it cannot do so beside its own, as Kafka Streams has words of its own there. Nobody belongs to it.
     */
    public String accounts() {
        return id + "-accounts";
    }

    /** Where the group says what became of each of them. */
    public String redriven() {
        return id + "-redriven";
    }
}
