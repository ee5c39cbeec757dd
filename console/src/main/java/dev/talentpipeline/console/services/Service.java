package dev.talentpipeline.console.services;

import java.util.Locale;

/** The services behind the console. */
public enum Service {
    INTERNSHIP,
    MATCHING,
    NOTIFICATION,
    MONITORING;

    /** As in a URL: `internship`. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As operators know it: `internship-service`. */
    public String fullName() {
        return shortName() + "-service";
    }
}
