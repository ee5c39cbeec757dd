package dev.talentpipeline.notification.idempotency.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemWriter;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.notification.idempotency.Answers;
import dev.talentpipeline.notification.idempotency.Answers.Answer;
import dev.talentpipeline.notification.idempotency.Answers.Kept;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives a POST with an {@code Idempotency-Key} the same answer each time: the key, what is done and the answer are one transaction, and
 * the answer goes out only after its commit. Refusals are answers too; a fault of the service (5xx) undoes all, and 429 keeps nothing.
 * Keys are the caller's own. Runs after the security filters.
 */
@Component
@ConditionalOnWebApplication
@Order(100)
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final String RETRY_AFTER_SECONDS = "2";
    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Answers answers;
    private final TransactionTemplate transactions;
    private final ProblemWriter problems;
    private final Clock clock;

    IdempotencyFilter(Answers answers, PlatformTransactionManager manager, ProblemWriter problems, Clock clock) {
        this.answers = answers;
        this.transactions = new TransactionTemplate(manager);
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || request.getUserPrincipal() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        if (!SHAPE.matcher(key).matches()) {
            problems.write(malformed(key), request, response);
            return;
        }
        byte[] body;
        try {
            body = request.getInputStream().readAllBytes();
        } catch (IOException e) {
            // Whoever reads it next finds the same and says so, and never gets a part for the whole.
            chain.doFilter(RepeatableRequest.broken(request, e), response);
            return;
        }
        String caller = caller();
        String fingerprint = fingerprint(request, body);
        try {
            Outcome outcome = transactions.execute(status -> {
                Kept kept = answers.claim(caller, key, fingerprint, clock.instant());
                if (kept != null) {
                    return new Outcome(kept, null);
                }
                ContentCachingResponseWrapper first = new ContentCachingResponseWrapper(response);
                run(chain, RepeatableRequest.of(request, body), first);
                if (first.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value()
                        || first.getStatus() == HttpStatus.TOO_MANY_REQUESTS.value()) {
                    status.setRollbackOnly();
                } else {
                    answers.keep(caller, key, answer(first));
                }
                return new Outcome(null, first);
            });
            send(outcome, fingerprint, request, response);
        } catch (DataAccessException | TransactionException e) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            problems.write(unavailable(), request, response);
        }
    }

    /** Either what was kept under the key, or the answer that was made just now and is still held back. */
    private record Outcome(@Nullable Kept kept, @Nullable ContentCachingResponseWrapper first) {}

    /** Names of accounts are unique within one kind only, so a caller is the account with all that it acts as. */
    private static String caller() {
        Caller caller = Caller.current().orElseThrow();
        String roles = caller.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        return Stream.of(roles, caller.org(), caller.person(), caller.school(), caller.actor(), caller.subject())
                .map(part -> Objects.toString(part, ""))
                .collect(Collectors.joining("\n"));
    }

    private static void run(FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(
            @Nullable Outcome outcome, String fingerprint, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (outcome == null) {
            throw new IllegalStateException("A transaction gives what it was asked for.");
        }
        ContentCachingResponseWrapper first = outcome.first();
        Kept kept = outcome.kept();
        if (first != null) {
            first.copyBodyToResponse();
        } else if (kept != null && kept.request().equals(fingerprint)) {
            Answer answer = kept.answer();
            response.setStatus(answer.status());
            response.setContentType(answer.contentType());
            if (answer.tag() != null) {
                response.setHeader(HttpHeaders.ETAG, answer.tag());
            }
            response.setHeader("Idempotent-Replayed", "true");
            response.getOutputStream().write(answer.body().getBytes(UTF_8));
        } else {
            problems.write(reused(request.getHeader(HEADER)), request, response);
        }
    }

    private static Answer answer(ContentCachingResponseWrapper response) {
        return new Answer(
                response.getStatus(),
                response.getContentType(),
                response.getHeader(HttpHeaders.ETAG),
                new String(response.getContentAsByteArray(), UTF_8));
    }

    private static String fingerprint(HttpServletRequest request, byte[] body) {
        String query = request.getQueryString() == null ? "" : '?' + request.getQueryString();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + ' ' + request.getRequestURI() + query + '\n').getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }

    private static Problem malformed(String key) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-idempotency-key", "The idempotency key is malformed.")
                .field(HEADER)
                .value(key)
                .remedy("Use 1 to 255 visible ASCII characters, such as a UUID.");
    }

    private static Problem reused(String key) {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "idempotency-key-reused",
                        "The idempotency key was used for another request.")
                .field(HEADER)
                .value(key)
                .remedy("Use a new key for a new request; repeat a request with the same path, query and body.");
    }

    private static Problem unavailable() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "temporarily-unavailable",
                        "The database is away or the same request is still being worked on; a repeated request says what came of it.")
                .remedy("Send the request again with the same key in a moment.");
    }
}
