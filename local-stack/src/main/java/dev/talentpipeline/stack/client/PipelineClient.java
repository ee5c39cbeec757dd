package dev.talentpipeline.stack.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to the HTTP API of a running stack, through the console, as any of its organisations.
 *
 * <p>Hands out one {@link PipelineSession} for each identity; sessions of the same client share a token, which is
 * fetched when first needed and renewed before it expires. Nothing is repeated here: whoever wants patience adds a
 * {@link BackOff}. Safe for use by several threads.
 */
public final class PipelineClient implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final StackFile stack;
    private final HttpExchange exchange;
    private final Map<String, ClientToken> tokens = new ConcurrentHashMap<>();

    public PipelineClient(StackFile stack) {
        this.stack = stack;
        // Plain HTTP/1.1: the console speaks no h2c, and the upgrade offer would cost every connection a header
        // exchange.
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        JsonMapper json = JsonMapper.builder()
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
        this.exchange = new HttpExchange(http, json, stack.console());
    }

    /** A client of the stack that wrote this {@code stack.json}. */
    public static PipelineClient fromStackFile(Path file) {
        return new PipelineClient(StackFile.read(file));
    }

    public StackFile stack() {
        return stack;
    }

    /** As a university, a company or any other organisation that has a client. */
    public PipelineSession as(String org) {
        return as(stack.clientOf(org));
    }

    public PipelineSession operations() {
        return as(stack.clientWithRole("OPERATIONS"));
    }

    /** With a token that was got elsewhere, such as a student's. */
    public PipelineSession bearing(String token) {
        return new PipelineSession(exchange, new FixedToken(token));
    }

    /**
     * As the student whose link it is, in the session that the link opens, once.
     *
     * @param link as {@code POST /people/{person}/access} answers it
     */
    public PipelineSession entering(String link) {
        return new PipelineSession(exchange, NoToken.ANONYMOUS, exchange.enter(URI.create(link)));
    }

    public PipelineSession anonymous() {
        return new PipelineSession(exchange, NoToken.ANONYMOUS);
    }

    private PipelineSession as(StackFile.Client client) {
        return new PipelineSession(
                exchange,
                tokens.computeIfAbsent(client.id(), id -> new ClientToken(exchange, client, Clock.systemUTC())));
    }

    @Override
    public void close() {
        exchange.close();
    }
}
