package dev.talentpipeline.kit.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests an instance of a service answers.
 *
 * @param account in each window, of one account; 0: as many as come
 * @param address in each window, of one address without an account; 0: as many as come
 * @param window whole seconds
 */
@ConfigurationProperties("talentpipeline.rate-limit")
public record RateLimitSettings(
        @DefaultValue("3000") long account,
        @DefaultValue("300") long address,
        @DefaultValue("10s") Duration window) {

    public RateLimitSettings {
        if (account < 0 || address < 0) {
            throw new IllegalArgumentException(
                    "quotas (%d, %d) must not be negative. Maybe 0 was meant, which is no limit."
                            .formatted(account, address));
        }
        if (window.toSeconds() < 1 || window.toNanosPart() > 0) {
            throw new IllegalArgumentException(
                    "window (%s) must be whole seconds, as that is how it is told.".formatted(window));
        }
    }
}
