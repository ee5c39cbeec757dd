package dev.talentpipeline.notification.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What came of what an organisation asks for an endpoint.
 *
 * @param <T> what it gets
 */
public sealed interface Outcome<T> {

    record Done<T>(T result) implements Outcome<T> {}

    /** It is not there, or it is somebody else's; the two look the same. */
    record NotFound<T>() implements Outcome<T> {}

    /** It has another version than the caller saw. */
    record Outdated<T>(long version) implements Outcome<T> {}

    /** The organisation has as many endpoints as it may have. */
    record TooMany<T>(int most) implements Outcome<T> {}

    /** Nothing is sent to a disabled endpoint. */
    record Disabled<T>(Endpoint.@Nullable Disabling why) implements Outcome<T> {}
}
