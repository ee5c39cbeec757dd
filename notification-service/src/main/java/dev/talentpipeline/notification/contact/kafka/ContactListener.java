package dev.talentpipeline.notification.contact.kafka;

import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.KeepingContacts;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads {@code contacts}: a contact is kept, a tombstone erases the person. Effect and version commit together. */
@Component
final class ContactListener {

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
            Contact contact = contact(codec.decode(Topics.CONTACTS, record.value()));
            news = transaction.execute(status -> contacts.arrived(contact));
        }
        if (news) {
            counters.applied(record.topic());
        } else {
            counters.duplicate(record.topic());
        }
    }

    private static Contact contact(dev.talentpipeline.events.Contact event) {
        return new Contact(
                event.getPersonId(),
                event.getVersion(),
                event.getName(),
                event.getEmail(),
                switch (event.getLanguage()) {
                    case EN -> Language.EN;
                    case ZH, UNKNOWN -> Language.ZH;
                });
    }
}
