package dev.talentpipeline.internship.organisation.kafka;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Language;
import dev.talentpipeline.internship.organisation.DeskEvents;
import dev.talentpipeline.internship.organisation.Organisation;
import dev.talentpipeline.internship.organisation.Organisation.Profile;
import dev.talentpipeline.internship.outbox.kafka.AvroOutbox;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import org.springframework.stereotype.Component;

/** How the desks of organisations are reached, on the topic {@code contacts}. */
@Component
final class AvroDeskEvents implements DeskEvents {

    private final AvroOutbox outbox;

    AvroDeskEvents(AvroOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void changed(Organisation organisation) {
        Profile profile = organisation.profile();
        String desk = organisation.desk().toString();
        Contact event = Contact.newBuilder()
                .setPersonId(desk)
                .setVersion(organisation.version())
                .setName(
                        switch (profile.language()) {
                            case ZH -> profile.nameZh();
                            case EN -> profile.nameEn();
                        })
                .setNameZh(profile.nameZh())
                .setNameEn(profile.nameEn())
                .setEmail(profile.contactEmail())
                .setPhone(null)
                .setLanguage(Language.valueOf(profile.language().name()))
                .setOrganisation(organisation.id())
                .setRoles(List.of(organisation.kind().name()))
                .setCompanyState(organisation.state().map(Enum::name).orElse(null))
                .setChangedAt(organisation.changedAt())
                .build();
        outbox.append(Topics.CONTACTS, desk, organisation.version(), event);
    }
}
