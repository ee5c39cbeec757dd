package dev.talentpipeline.notification.template;

import dev.talentpipeline.notification.contact.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers for a second what organisations are called, since many letters that are written one after the other name the same. Safe for use by several threads. */
public final class RememberedNames implements OrganisationNames {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final OrganisationNames names;
    private final InstantSource clock;
    private volatile Second current = new Second(Instant.MIN, Map.of());

    public RememberedNames(OrganisationNames names, InstantSource clock) {
        this.names = names;
        this.clock = clock;
    }

    private record Reading(String organisation, Language reader) {}

    private record Second(Instant end, Map<Reading, String> names) {}

    @Override
    public String of(String organisation, Language reader) {
        Instant now = clock.instant();
        Second second = current;
        if (!now.isBefore(second.end())) {
            second = new Second(now.plus(FRESH), new ConcurrentHashMap<>());
            current = second;
        }
        return second.names().computeIfAbsent(new Reading(organisation, reader), _ -> names.of(organisation, reader));
    }
}
