package dev.talentpipeline.internship.offer.kafka;

import dev.talentpipeline.events.Notice;
import dev.talentpipeline.events.NoticeChannel;
import dev.talentpipeline.events.NoticeState;
import dev.talentpipeline.internship.offer.DeliveredNotices;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.kit.kafka.ListenerPace;
import dev.talentpipeline.kit.kafka.TakingTogether;
import dev.talentpipeline.kit.kafka.TakingTogether.Taken;
import dev.talentpipeline.kit.kafka.UnappliableEventException;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Reads how notices got on from the topic {@code notices}, and keeps of it which offers their students have been told of: that the mail
 * about the making of the offer was handed over. Everything else is nothing that this service acts on.
 */
@Component
final class NoticeListener {

    private static final String TOPIC = "notices";
    private static final String OFFER_MADE = "offer-made";

    private final EventCodec codec;
    private final DeliveredNotices delivered;
    private final EventCounters counters;
    private final TakingTogether together;

    NoticeListener(EventCodec codec, DeliveredNotices delivered, EventCounters counters, TakingTogether together) {
        this.codec = codec;
        this.delivered = delivered;
        this.counters = counters;
        this.together = together;
    }

    /** That the mail about the making of an offer was handed over. */
    private record Delivery(UUID offer, Instant at) {}

    @KafkaListener(
            topics = TOPIC,
            properties = ListenerPace.TOGETHER,
            containerFactory = "eventListenerContainerFactory")
    void got(ConsumerRecord<String, byte[]> record) {
        if (together.isNews(record, this::areNews)) {
            counters.applied(TOPIC);
        } else {
            counters.duplicate(TOPIC);
        }
    }

    private List<Boolean> areNews(List<Taken> records) {
        List<Optional<Delivery>> deliveries =
                records.stream().map(each -> delivery(each.record().value())).toList();
        Map<UUID, Instant> told = new HashMap<>();
        deliveries.forEach(each -> each.ifPresent(delivery -> told.putIfAbsent(delivery.offer(), delivery.at())));
        Set<UUID> news = new HashSet<>(delivered.toldOf(told));
        return deliveries.stream()
                .map(each -> each.isEmpty() || news.remove(each.get().offer()))
                .toList();
    }

    private Optional<Delivery> delivery(byte @Nullable [] value) {
        return Optional.ofNullable(value)
                .map(bytes -> codec.decode(Topics.NOTICES, bytes))
                .filter(NoticeListener::isDelivery)
                .map(event -> new Delivery(offer(event), event.getChangedAt()));
    }

    private static boolean isDelivery(Notice event) {
        return event.getKind().equals(OFFER_MADE)
                && event.getChannel() == NoticeChannel.EMAIL
                && event.getState() == NoticeState.SENT;
    }

    private static UUID offer(Notice event) {
        UUID id = Violations.id(event.getSubject());
        if (id == null) {
            throw new UnappliableEventException(
                    "subject (%s) of a notice that an offer was made must be a UUID.".formatted(event.getSubject()));
        }
        return id;
    }
}
