package dev.talentpipeline.console.page;

import dev.talentpipeline.console.api.Organisation;
import dev.talentpipeline.console.api.Organisations;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the organisation of whoever is signed in is called. The head of every page says it, so it is asked for once in a while only, and never waited
 * for longer than a moment. Safe for many threads.
 */
@Component
public final class OrganisationNames {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration ASKED_AGAIN_WHERE_NOBODY_ANSWERED = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final Organisations organisations;
    private final MessageSource messages;
    private final Clock clock;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

    OrganisationNames(Organisations organisations, MessageSource messages, Clock clock) {
        this.organisations = organisations;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param before what was known when it was asked for */
    private record Asked(
            CompletableFuture<Reading<Organisation>> answer,
            Instant at,
            @Nullable Organisation before) {

        boolean holds(Instant now) {
            boolean answered = answer.isDone()
                    && !answer.isCompletedExceptionally()
                    && !answer.resultNow().isUnreachable();
            return now.isBefore(at.plus(answered ? KEPT : ASKED_AGAIN_WHERE_NOBODY_ANSWERED));
        }

        @Nullable Organisation known() {
            try {
                Organisation organisation =
                        answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).valueOrNull();
                return organisation == null ? before : organisation;
            } catch (TimeoutException | ExecutionException e) {
                return before;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return before;
            }
        }
    }

    /** By its name, or by its id while nobody says the name; who belongs to none is called by the account. */
    public String called(Identity who, String language) {
        String id = who.org();
        return id == null ? who.subject() : called(who, id, language);
    }

    /** What any organisation is called, asked in the name of whoever reads it. */
    public String called(Identity who, String id, String language) {
        if (who.role() == Role.OPERATIONS && id.equals(who.org())) {
            // Whoever runs the platform takes no part in it, so that no service knows a name of theirs.
            return messages.getMessage("organisation.operations", null, Locale.of(language));
        }
        Instant now = clock.instant();
        Asked latest = asked.compute(
                id, (_, before) -> before != null && before.holds(now) ? before : ask(who, id, now, before));
        Organisation organisation = latest.known();
        if (organisation == null) {
            return id;
        }
        String name = "zh".equals(language) ? organisation.nameZh() : organisation.nameEn();
        return name == null ? id : name;
    }

    /** Those that whoever asks may choose from, as far as one list goes; none while nobody answers. */
    public List<Organisation> choices(Identity who) {
        return organisations.names(who, null).values().stream()
                .sorted(Comparator.comparing(Organisation::id))
                .toList();
    }

    private Asked ask(Identity who, String id, Instant now, @Nullable Asked before) {
        Organisation known = before != null && before.answer().isDone() ? before.known() : null;
        CompletableFuture<Reading<Organisation>> answer = CompletableFuture.supplyAsync(
                () -> organisations.one(who, id), reading -> Thread.ofVirtual().start(reading));
        return new Asked(answer, now, known);
    }
}
