package dev.talentpipeline.notification.webhook;

import dev.talentpipeline.notification.webhook.Endpoint.Address;
import dev.talentpipeline.notification.webhook.Endpoint.Disabling;
import dev.talentpipeline.notification.webhook.Outcome.Done;
import dev.talentpipeline.notification.webhook.Outcome.NotFound;
import dev.talentpipeline.notification.webhook.Outcome.Outdated;
import dev.talentpipeline.notification.webhook.Outcome.TooMany;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Organisations keep their endpoints, each its own. A secret stays good for a while after the next one was made, so that a receiver can
 * change over without losing a message. The caller opens the transaction.
 */
public final class KeepingEndpoints {

    private static final int MOST = 10;

    private final Endpoints endpoints;
    private final Messages messages;
    private final Supplier<UUID> ids;
    private final Supplier<byte[]> keys;
    private final Duration overlap;
    private final Clock clock;

    /**
     * @param ids for new endpoints
     * @param keys for new secrets, {@value Secret#KEY_BYTES} random bytes each
     * @param overlap how long a secret is good after the next one was made
     */
    KeepingEndpoints(
            Endpoints endpoints,
            Messages messages,
            Supplier<UUID> ids,
            Supplier<byte[]> keys,
            Duration overlap,
            Clock clock) {
        this.endpoints = endpoints;
        this.messages = messages;
        this.ids = ids;
        this.keys = keys;
        this.overlap = overlap;
        this.clock = clock;
    }

    /** An endpoint with what only its organisation may see. */
    public record Opened(Endpoint endpoint, List<Secret> secrets) {}

    /**
     * The endpoints in the order of their ids.
     *
     * @param organisation null: of all
     */
    public List<Endpoint> page(@Nullable String organisation, @Nullable UUID after, int limit) {
        return endpoints.page(organisation, after, limit);
    }

    /**
     * Finds an endpoint.
     *
     * @param organisation whose it must be; null: anybody's
     */
    public Optional<Endpoint> find(@Nullable String organisation, UUID id) {
        return endpoints.find(id).filter(endpoint -> isOf(endpoint, organisation));
    }

    public Outcome<Opened> add(String organisation, Address address) {
        if (endpoints.lockCount(organisation) >= MOST) {
            return new TooMany<>(MOST);
        }
        Instant now = clock.instant();
        Endpoint endpoint = Endpoint.made(ids.get(), organisation, address, now);
        List<Secret> secrets = List.of(Secret.of(keys.get(), now));
        endpoints.add(endpoint);
        endpoints.keepSecrets(endpoint.id(), secrets);
        return new Done<>(new Opened(endpoint, secrets));
    }

    /**
     * Gives the endpoint another address.
     *
     * @param seen whether the caller means to change this version
     */
    public Outcome<Endpoint> change(String organisation, UUID id, Address address, LongPredicate seen) {
        return with(organisation, id, seen, endpoint -> {
            Endpoint changed = endpoint.changedTo(address, clock.instant());
            endpoints.change(changed);
            return changed;
        });
    }

    public Outcome<Endpoint> remove(String organisation, UUID id, LongPredicate seen) {
        return with(organisation, id, seen, endpoint -> {
            endpoints.remove(endpoint.id());
            return endpoint;
        });
    }

    /** Makes a new secret. The one before is good for the overlap; one that was still good then is not any more, so two are live at most. */
    public Outcome<Opened> rotate(String organisation, UUID id) {
        return with(organisation, id, _ -> true, endpoint -> {
            Instant now = clock.instant();
            List<Secret> secrets = new ArrayList<>();
            endpoints.secrets(endpoint.id()).stream()
                    .filter(Secret::isNewest)
                    .map(newest -> newest.until(now.plus(overlap)))
                    .forEach(secrets::add);
            secrets.add(Secret.of(keys.get(), now));
            endpoints.keepSecrets(endpoint.id(), secrets);
            return new Opened(endpoint, List.copyOf(secrets));
        });
    }

    /** Enables it again, or disables it; then what is pending is given up. What is so already stays as it is. */
    public Outcome<Endpoint> turn(String organisation, UUID id, boolean on, LongPredicate seen) {
        return with(organisation, id, seen, endpoint -> {
            if (on == (endpoint.disabled() == null)) {
                return endpoint;
            }
            Instant now = clock.instant();
            if (on) {
                Endpoint enabled = endpoint.enabled(now);
                endpoints.enable(enabled, now);
                return enabled;
            }
            Endpoint disabled = endpoint.disabled(Disabling.BY_OWNER, now);
            endpoints.change(disabled);
            messages.giveUp(endpoint.id(), now);
            return disabled;
        });
    }

    private <T> Outcome<T> with(String organisation, UUID id, LongPredicate seen, Function<Endpoint, T> work) {
        Optional<Endpoint> found = endpoints.lock(id).filter(endpoint -> isOf(endpoint, organisation));
        if (found.isEmpty()) {
            return new NotFound<>();
        }
        Endpoint endpoint = found.get();
        return seen.test(endpoint.version()) ? new Done<>(work.apply(endpoint)) : new Outdated<>(endpoint.version());
    }

    private static boolean isOf(Endpoint endpoint, @Nullable String organisation) {
        return organisation == null || endpoint.organisation().equals(organisation);
    }
}
