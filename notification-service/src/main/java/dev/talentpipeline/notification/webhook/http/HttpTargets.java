package dev.talentpipeline.notification.webhook.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.notification.webhook.Attempt;
import dev.talentpipeline.notification.webhook.Reply;
import dev.talentpipeline.notification.webhook.Reply.Trouble;
import dev.talentpipeline.notification.webhook.Reply.Unanswered;
import dev.talentpipeline.notification.webhook.Targets;
import dev.talentpipeline.notification.webhook.http.CheckedNames.InternalAddressException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts over HTTP. Every connection goes to an address that was checked, with the certificate checked for the name; no redirect is
 * followed, no cookie kept, and no answer read beyond its beginning. A request ends when its time is up, however slowly the other side
 * drips.
 */
final class HttpTargets implements Targets, AutoCloseable {

    /** Four bytes are the most that a character takes. */
    private static final int MOST_BYTES = 4 * Attempt.LONGEST_ANSWER;

    private static final TimeValue LONGEST_REUSE = TimeValue.ofMinutes(1);

    private final CloseableHttpClient client;
    private final Duration answerTimeout;
    private final ScheduledExecutorService alarm;

    /**
     * What bounds a request.
     *
     * @param answerTimeout for the whole of it
     */
    record Limits(Duration connectTimeout, Duration answerTimeout, int mostAtOnce) {}

    HttpTargets(CheckedNames names, SSLContext trust, Limits limits) {
        this.answerTimeout = limits.answerTimeout();
        this.alarm = alarm();
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
                        .setMaxConnTotal(limits.mostAtOnce())
                        // Organisations may share a host, and none of them must wait for another.
                        .setMaxConnPerRoute(limits.mostAtOnce())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout(limits.connectTimeout()))
                                .setSocketTimeout(timeout(limits.answerTimeout()))
                                .setTimeToLive(LONGEST_REUSE)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout(limits.answerTimeout()))
                        .setConnectionRequestTimeout(timeout(limits.answerTimeout()))
                        .setAuthenticationEnabled(false)
                        .setContentCompressionEnabled(false)
                        .build())
                .setUserAgent("talent-pipeline-webhooks")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    @Override
    public Reply post(URI url, Map<String, String> headers, String body) {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        ScheduledFuture<?> timeUp = alarm.schedule(request::cancel, answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response =
                client.executeOpen(HttpHost.create(url), request, HttpClientContext.create())) {
            Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
            return new Reply.Answered(
                    response.getCode(),
                    beginning(response.getEntity()),
                    retryAfter == null ? null : retryAfter.getValue());
        } catch (IOException e) {
            return new Unanswered(trouble(e, request.isCancelled()));
        } catch (IllegalStateException e) {
            // Cancelled between two steps: the client finds its connection gone and says it in its own way.
            if (request.isCancelled()) {
                return new Unanswered(Trouble.TIMEOUT);
            }
            throw e;
        } finally {
            timeUp.cancel(false);
        }
    }

    @Override
    public void close() throws IOException {
        alarm.shutdownNow();
        client.close();
    }

    /** What is longer is cut off with its connection, when the response is closed. */
    private static String beginning(HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        // One byte more than wanted, to find the end of what ends just there.
        byte[] read = entity.getContent().readNBytes(MOST_BYTES + 1);
        String text = new String(read, UTF_8)
                .codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .limit(Attempt.LONGEST_ANSWER)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.strip();
    }

    private static Trouble trouble(IOException fault, boolean cancelled) {
        if (cancelled) {
            return Trouble.TIMEOUT;
        }
        return switch (fault) {
            case InternalAddressException _ -> Trouble.INTERNAL_ADDRESS;
            case UnknownHostException _ -> Trouble.UNKNOWN_HOST;
            case InterruptedIOException _ -> Trouble.TIMEOUT;
            case SSLException _ -> Trouble.CERTIFICATE;
            case ConnectException _ -> Trouble.NO_CONNECTION;
            case NoRouteToHostException _ -> Trouble.NO_CONNECTION;
            default -> Trouble.BROKEN_CONNECTION;
        };
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    private static ScheduledExecutorService alarm() {
        var alarm = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("webhook-alarm").factory());
        alarm.setRemoveOnCancelPolicy(true);
        return alarm;
    }
}
