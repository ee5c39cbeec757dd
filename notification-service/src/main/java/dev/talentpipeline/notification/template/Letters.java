package dev.talentpipeline.notification.template;

import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.inbox.ReleasedNotice;

/** Notices as letters to a person, in the language the person reads. */
public interface Letters {

    Letter letter(ReleasedNotice notice, Contact to);
}
