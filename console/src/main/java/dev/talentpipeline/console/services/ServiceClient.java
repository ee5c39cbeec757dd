package dev.talentpipeline.console.services;

import dev.talentpipeline.kit.tracing.TraceContexts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Calls one of the services over HTTP. Safe for many threads. */
public final class ServiceClient {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http;
    private final Map<Service, URI> addresses;

    ServiceClient(HttpClient http, Map<Service, URI> addresses) {
        this.http = http;
        this.addresses = Map.copyOf(addresses);
    }

    /** What a service answered, of whatever status. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public HttpHeaders headers() {
            return response.headers();
        }

        public byte[] body() {
            return response.body();
        }

        public boolean isSuccess() {
            return status() >= 200 && status() < 300;
        }
    }

    public URI addressOf(Service service) {
        URI address = addresses.get(service);
        if (address == null) {
            throw new IllegalStateException("The address of " + service.fullName() + " must be configured.");
        }
        return address;
    }

    /**
     * Reads something.
     *
     * @param pathAndQuery encoded, from the slash on
     * @throws ServiceFault if no answer came
     */
    public Answer get(Service service, String pathAndQuery, Map<String, String> headers) {
        return call(service, request(service, pathAndQuery, headers).GET());
    }

    /**
     * Reads what goes on being written.
     *
     * @return once the answer begins; its body is to be closed
     * @throws ServiceFault if no answer came
     */
    public HttpResponse<InputStream> open(Service service, String pathAndQuery, Map<String, String> headers) {
        // A time-out of the request would be one of its whole answer.
        CompletableFuture<HttpResponse<InputStream>> answer =
                http.sendAsync(request(service, pathAndQuery, headers).GET().build(), BodyHandlers.ofInputStream());
        try {
            return answer.get(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw ServiceFault.of(service, new HttpTimeoutException("The answer has not begun in time."));
        } catch (ExecutionException e) {
            throw ServiceFault.of(
                    service, e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause()));
        } catch (InterruptedException e) {
            throw stopping(service, e);
        }
    }

    /**
     * Asks for something to be done.
     *
     * @throws ServiceFault if no answer came
     */
    public Answer post(Service service, String pathAndQuery, Map<String, String> headers, byte[] body) {
        return call(service, request(service, pathAndQuery, headers).POST(BodyPublishers.ofByteArray(body)));
    }

    /**
     * Sends a file, piece by piece as it is read, so that many files at once do not fill the memory.
     *
     * @param bytes how many it has; more than none
     * @param content opens it
     * @throws ServiceFault if no answer came
     */
    public Answer post(
            Service service,
            String pathAndQuery,
            Map<String, String> headers,
            long bytes,
            Supplier<? extends InputStream> content) {
        return call(
                service,
                request(service, pathAndQuery, headers)
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(content), bytes)));
    }

    /**
     * Puts something where it belongs.
     *
     * @throws ServiceFault if no answer came
     */
    public Answer put(Service service, String pathAndQuery, Map<String, String> headers, byte[] body) {
        return call(service, request(service, pathAndQuery, headers).PUT(BodyPublishers.ofByteArray(body)));
    }

    /**
     * Takes something away.
     *
     * @throws ServiceFault if no answer came
     */
    public Answer delete(Service service, String pathAndQuery, Map<String, String> headers) {
        return call(service, request(service, pathAndQuery, headers).DELETE());
    }

    private HttpRequest.Builder request(Service service, String pathAndQuery, Map<String, String> headers) {
        URI base = addressOf(service);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base.getScheme() + "://" + base.getRawAuthority() + pathAndQuery));
        headers.forEach(request::setHeader);
        String trace = TraceContexts.current();
        if (trace != null) {
            request.setHeader(TraceContexts.HEADER, trace);
        }
        return request;
    }

    private Answer call(Service service, HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.timeout(ANSWER_TIMEOUT).build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw ServiceFault.of(service, e);
        } catch (InterruptedException e) {
            throw stopping(service, e);
        }
    }

    private static ServiceFault stopping(Service service, InterruptedException e) {
        Thread.currentThread().interrupt();
        return ServiceFault.of(service, new IOException("The console is stopping.", e));
    }
}
