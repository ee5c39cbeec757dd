package dev.talentpipeline.internship.person.kafka;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Language;
import dev.talentpipeline.internship.outbox.kafka.AvroOutbox;
import dev.talentpipeline.internship.person.ContactEvents;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import org.springframework.stereotype.Component;

/** How people are reached, on the topic {@code contacts}: the only events with a name. */
@Component
final class AvroContactEvents implements ContactEvents {

    private final AvroOutbox outbox;

    AvroContactEvents(AvroOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void changed(Person person) {
        outbox.append(Topics.CONTACTS, person.id().toString(), person.version(), event(person));
    }

    @Override
    public void changedAll(List<Person> people) {
        outbox.appendAll(
                Topics.CONTACTS,
                people.stream()
                        .map(person -> new AvroOutbox.Told<>(person.id().toString(), person.version(), event(person)))
                        .toList());
    }

    private static Contact event(Person person) {
        return Contact.newBuilder()
                .setPersonId(person.id().toString())
                .setVersion(person.version())
                .setName(person.name())
                .setEmail(person.email())
                .setPhone(person.phone())
                .setLanguage(Language.valueOf(person.language().name()))
                .setOrganisation(person.university())
                .setRoles(List.of(Role.STUDENT.name()))
                .setChangedAt(person.changedAt())
                .build();
    }
}
