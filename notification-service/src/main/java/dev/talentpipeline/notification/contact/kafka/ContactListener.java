package dev.talentpipeline.notification.contact.kafka;

import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.contact.KeepingContacts;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads {@code contacts}: a contact is kept, a tombstone erases the person. Effect and version commit together. */
@Component
final class ContactListener implements ConsumerSeekAware {

    private final KeepingContacts contacts;
    private final EventCodec codec;
    private final EventCounters counters;
    private final TransactionOperations transaction;

    ContactListener(
            KeepingContacts contacts, EventCodec codec, EventCounters counters, TransactionOperations transaction) {
        this.contacts = contacts;
        this.codec = codec;
        this.counters = counters;
        this.transaction = transaction;
    }

    /** After an upgrade from a release that kept less of them, contacts are read from the beginning once. */
    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        if (Boolean.TRUE.equals(transaction.execute(status -> contacts.mustBeReadAgain()))) {
            callback.seekToBeginning(assignments.keySet());
        }
    }

    @KafkaListener(
            id = "contacts",
            idIsGroup = false,
            topics = "#{T(dev.talentpipeline.schemas.Topics).CONTACTS.name()}",
            containerFactory = "eventListenerContainerFactory")
    void on(ConsumerRecord<String, byte[]> record) {
        boolean news;
        if (record.value() == null) {
            news = transaction.execute(status -> contacts.erased(record.key()));
        } else {
            dev.talentpipeline.events.Contact event = codec.decode(Topics.CONTACTS, record.value());
            news = transaction.execute(status -> isNews(event));
        }
        if (news) {
            counters.applied(record.topic());
        } else {
            counters.duplicate(record.topic());
        }
    }

    private boolean isNews(dev.talentpipeline.events.Contact event) {
        // Whoever is no student stands for an organisation: its people have no contacts of their own.
        return event.getRoles().contains(Role.STUDENT.name())
                ? contacts.arrived(contact(event.getPersonId(), event))
                : contacts.arrivedAtDesk(
                        event.getPersonId(), contact(Desk.of(event.getOrganisation()), event), event.getCompanyState());
    }

    private static Contact contact(String id, dev.talentpipeline.events.Contact event) {
        return new Contact(
                id,
                event.getVersion(),
                event.getName(),
                event.getEmail(),
                switch (event.getLanguage()) {
                    case EN -> Language.EN;
                    case ZH, UNKNOWN -> Language.ZH;
                },
                event.getOrganisation(),
                names(event));
    }

    /** What an organisation is called by language; people have one name, and so have desks in events of an early release. */
    private static Map<Language, String> names(dev.talentpipeline.events.Contact event) {
        Map<Language, String> names = new EnumMap<>(Language.class);
        if (event.getNameZh() != null) {
            names.put(Language.ZH, event.getNameZh());
        }
        if (event.getNameEn() != null) {
            names.put(Language.EN, event.getNameEn());
        }
        return names;
    }
}
