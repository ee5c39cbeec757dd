package dev.talentpipeline.internship.offer.kafka;

import dev.talentpipeline.events.Notice;
import dev.talentpipeline.events.NoticeChannel;
import dev.talentpipeline.events.NoticeState;
import dev.talentpipeline.internship.offer.DeliveredNotices;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.kit.kafka.UnappliableEventException;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

    NoticeListener(EventCodec codec, DeliveredNotices delivered, EventCounters counters) {
        this.codec = codec;
        this.delivered = delivered;
        this.counters = counters;
    }

    @KafkaListener(topics = TOPIC, containerFactory = "eventListenerContainerFactory")
    void got(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        Notice event = value == null ? null : codec.decode(Topics.NOTICES, value);
        if (event == null || !isDelivery(event) || delivered.toldOf(offer(event), event.getChangedAt())) {
            counters.applied(TOPIC);
        } else {
            counters.duplicate(TOPIC);
        }
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
