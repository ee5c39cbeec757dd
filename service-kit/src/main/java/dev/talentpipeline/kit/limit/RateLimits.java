package dev.talentpipeline.kit.limit;

import dev.talentpipeline.kit.limit.Quota.Taken;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemWriter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Lets each account ask as often as the settings say, and without an account each address; tells it by the headers of the IETF draft
 * "RateLimit header fields for HTTP" (draft-ietf-httpapi-ratelimit-headers). Each instance of a service counts for itself. Safe for use by
 * many threads.
 */
public final class RateLimits {

    private static final String POLICY = "RateLimit-Policy";
    private static final String STATE = "RateLimit";
    private static final String REFUSED = "talentpipeline.requests.over.limit";

    private final @Nullable Quota ofAccount;
    private final @Nullable Quota ofAddress;
    private final ProblemWriter problems;
    private final MeterRegistry meters;

    /** @param nanos a clock that only goes on, such as {@link System#nanoTime} */
    public RateLimits(RateLimitSettings settings, ProblemWriter problems, MeterRegistry meters, LongSupplier nanos) {
        this.ofAccount =
                settings.account() == 0 ? null : new Quota("account", settings.account(), settings.window(), nanos);
        this.ofAddress =
                settings.address() == 0 ? null : new Quota("address", settings.address(), settings.window(), nanos);
        this.problems = problems;
        this.meters = meters;
        Stream.of(ofAccount, ofAddress).filter(Objects::nonNull).forEach(this::refused);
    }

    /**
     * Whether the request may go on; if not, it has been answered.
     *
     * @param account whatever tells accounts apart; empty: the caller has none that is known
     */
    public boolean admit(Optional<?> account, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return account.isPresent()
                ? admit(ofAccount, account.get(), request, response)
                : admit(ofAddress, request.getRemoteAddr(), request, response);
    }

    private boolean admit(@Nullable Quota quota, Object whose, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (quota == null) {
            return true;
        }
        Taken taken = quota.take(whose);
        response.setHeader(POLICY, quota.policy());
        response.setHeader(STATE, quota.state(taken));
        if (!taken.granted()) {
            refused(quota).increment();
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(taken.resetSeconds()));
            problems.write(exceeded(quota, taken), request, response);
        }
        return taken.granted();
    }

    private Counter refused(Quota quota) {
        return Counter.builder(REFUSED)
                .description("Requests that were refused, since too many came of one account or one address")
                .tag("quota", quota.name())
                .register(meters);
    }

    private static Problem exceeded(Quota quota, Taken taken) {
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "rate-limit-exceeded",
                        "One %s is answered %s.".formatted(quota.name(), quota.words()))
                .remedy("Go on when Retry-After is over, or post many at once by an import.")
                .with("policy", quota.name())
                .with("retryAfterSeconds", taken.resetSeconds());
    }
}
