package dev.talentpipeline.notification.contact;

import java.util.Locale;

/** The languages that notices are written in. */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The code that names templates, and that HTML and mail headers carry: {@code zh} or {@code en}. */
    public String code() {
        return locale.getLanguage();
    }
}
