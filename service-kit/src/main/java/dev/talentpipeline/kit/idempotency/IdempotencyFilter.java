package dev.talentpipeline.kit.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.kit.idempotency.Answers.Answer;
import dev.talentpipeline.kit.idempotency.Answers.Kept;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemWriter;
import dev.talentpipeline.kit.security.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives a POST with an {@code Idempotency-Key} the same answer each time: the key, what is done and the answer are one transaction, and
 * the answer goes out only after its commit. Refusals are answers too. A fault of the service (5xx) undoes all, the key included, so that
 * the request can be sent again. Keys are the caller's own, and names of accounts are unique within one kind only, so a caller is the account with
 * all that it acts as. Runs after the security filters.
 */
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
        RepeatableRequest repeatable;
        try {
            repeatable = RepeatableRequest.of(request);
        } catch (IOException e) {
            // The body is broken or too long; whoever reads it next finds the same and says so, and never gets the rest
            // for the whole.
            chain.doFilter(new BrokenRequest(request, e), response);
            return;
        }
        try (repeatable) {
            answerOnce(key, repeatable, request, response, chain);
        }
    }

    /** A request whose body could not be read to its end. */
    private static final class BrokenRequest extends HttpServletRequestWrapper {

        private final IOException fault;

        BrokenRequest(HttpServletRequest request, IOException fault) {
            super(request);
            this.fault = fault;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            throw fault;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            throw fault;
        }
    }

    private void answerOnce(
            String key,
            RepeatableRequest repeatable,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException {
        String caller = caller(request);
        String fingerprint = fingerprint(repeatable);
        try {
            Outcome outcome = transactions.execute(status -> {
                Kept kept = answers.claim(caller, key, fingerprint, path(repeatable), clock.instant());
                if (kept != null) {
                    return new Outcome(kept, null);
                }
                ContentCachingResponseWrapper first = new ContentCachingResponseWrapper(response);
                run(chain, repeatable, first);
                if (first.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
                    status.setRollbackOnly();
                } else if (mayBeKept(first)) {
                    answers.keep(caller, key, answer(first));
                } else {
                    answers.release(caller, key);
                }
                return new Outcome(null, first);
            });
            send(outcome, fingerprint, request, response);
        } catch (DataAccessException | TransactionException e) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            problems.write(unavailable(), request, response);
        }
    }

    private static String caller(HttpServletRequest request) {
        return Caller.current()
                .map(IdempotencyFilter::parts)
                .orElseGet(() -> Stream.of(
                        "", null, null, null, null, request.getUserPrincipal().getName()))
                .map(part -> Objects.toString(part, ""))
                .collect(Collectors.joining("\n"));
    }

    /** Roles, organisation and its school, person, whose rights are used where they are another's, and the very account. */
    private static Stream<@Nullable String> parts(Caller caller) {
        String roles = caller.roles().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
        return caller.actor() == null
                ? Stream.of(roles, caller.org(), caller.school(), caller.person(), null, caller.subject())
                : Stream.of(roles, caller.org(), caller.school(), caller.person(), caller.subject(), caller.actor());
    }

    /**
     * An answer that says it is for its caller's eyes only, once, is kept nowhere: the same request would be done anew. Nor is one that says
     * when to come again, since it is no answer to whoever does.
     */
    private static boolean mayBeKept(HttpServletResponse response) {
        if (response.getStatus() == HttpStatus.TOO_MANY_REQUESTS.value()) {
            return false;
        }
        String control = response.getHeader(HttpHeaders.CACHE_CONTROL);
        return response.getStatus() >= HttpStatus.BAD_REQUEST.value() || control == null || !control.equals("no-store");
    }

    /** Either what was kept under the key, or the answer that was made just now and is still held back. */
    private record Outcome(@Nullable Kept kept, @Nullable ContentCachingResponseWrapper first) {}

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
            response.setStatus(kept.answer().status());
            kept.answer().headers().forEach(response::setHeader);
            response.setHeader("Idempotent-Replayed", "true");
            response.getOutputStream().write(kept.answer().body().getBytes(UTF_8));
        } else {
            problems.write(reused(request.getHeader(HEADER)), request, response);
        }
    }

    private static Answer answer(ContentCachingResponseWrapper response) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : new String[] {HttpHeaders.CONTENT_TYPE, HttpHeaders.ETAG, HttpHeaders.LOCATION}) {
            String value = name.equals(HttpHeaders.CONTENT_TYPE) ? response.getContentType() : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new Answer(response.getStatus(), headers, new String(response.getContentAsByteArray(), UTF_8));
    }

    private static String path(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : '?' + request.getQueryString();
        return request.getRequestURI() + query;
    }

    private static String fingerprint(RepeatableRequest request) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + ' ' + path(request) + '\n').getBytes(UTF_8));
            request.digest(digest);
            return HexFormat.of().formatHex(digest.digest());
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
