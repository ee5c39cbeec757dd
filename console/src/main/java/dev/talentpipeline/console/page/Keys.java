package dev.talentpipeline.console.page;

import java.util.UUID;

/** Keys for forms: each form that has something done is done once, however often it is sent. */
public final class Keys {

    public UUID next() {
        return UUID.randomUUID();
    }
}
