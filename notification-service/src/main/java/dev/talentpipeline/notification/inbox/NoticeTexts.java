package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.notification.contact.Language;

/** Notices in words. */
public interface NoticeTexts {

    NoticeText inWords(ReleasedNotice notice, Language language);

    /** A notice as the inbox shows it; it names nobody. */
    record NoticeText(String title, String text) {}
}
