package dev.talentpipeline.notification.template;

import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.inbox.ReleasedNotice;
import java.util.List;

/** Notices as letters to a person, in the language the person reads. */
public interface Letters {

    Letter letter(ReleasedNotice notice, Contact to);

    /** Several notices as one letter. */
    Letter digest(ReleasedNotice digest, List<ReleasedNotice> entries, Contact to);
}
