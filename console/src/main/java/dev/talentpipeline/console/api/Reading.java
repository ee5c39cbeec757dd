package dev.talentpipeline.console.api;

import dev.talentpipeline.console.services.Service;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of asking a service: a page shows each part by its own outcome, so that one service's fault stays in its part. */
public sealed interface Reading<T> {

    /** It is there. */
    record Loaded<T>(T value) implements Reading<T> {}

    /** The service answered, and not with what was asked for. */
    record Refused<T>(Why why) implements Reading<T> {

        public int status() {
            return why.status();
        }

        public String detail() {
            return why.detail();
        }
    }

    /** The service did not answer. */
    record Unreachable<T>(Service service) implements Reading<T> {

        public String serviceName() {
            return service.fullName();
        }
    }

    default boolean isLoaded() {
        return this instanceof Loaded;
    }

    default boolean isRefused() {
        return this instanceof Refused;
    }

    default boolean isUnreachable() {
        return this instanceof Unreachable;
    }

    /** Whether the service knows of no such thing. */
    default boolean isMissing() {
        return this instanceof Refused<T>(Why why) && why.status() == 404;
    }

    default @Nullable T valueOrNull() {
        return this instanceof Loaded<T>(T value) ? value : null;
    }

    default <R> Reading<R> map(Function<T, R> mapping) {
        return switch (this) {
            case Loaded<T>(T value) -> new Loaded<>(mapping.apply(value));
            case Refused<T>(Why why) -> new Refused<>(why);
            case Unreachable<T>(Service service) -> new Unreachable<>(service);
        };
    }
}
