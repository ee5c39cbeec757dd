package dev.talentpipeline.notification.webhook.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.talentpipeline.notification.webhook.Targets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.jspecify.annotations.Nullable;

/** The systems of organisations: real HTTPS servers, found by names of their own, of which each does by its path what a system may do. */
public final class Outside implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String GOOD = "good.example";
    /** The same server by another name. */
    private static final String SHARED = "shared.example";
    /** Leads inside, and is not allowed to. */
    private static final String INSIDE = "inside.example";
    /** Shows a certificate that nobody vouches for. */
    private static final String STRANGE = "strange.example";

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpsServer good;
    private final HttpsServer strange;
    private final HttpTargets targets;

    /** A request as it arrived, and when by {@link System#nanoTime()}; the headers are null where there was none. */
    public record Received(
            String path,
            @Nullable String query,
            String id,
            String timestamp,
            String signature,
            String body,
            long arrivedNanos) {}

    public Outside(Duration answerTimeout) {
        try {
            KeyStore known = key(GOOD + ",dns:" + SHARED + ",dns:" + INSIDE);
            good = server(known);
            strange = server(key(STRANGE));
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, PASSWORD);
            trusted.setCertificateEntry("known", known.getCertificate("server"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            var names = new InMemoryDnsResolver();
            for (String name : List.of(GOOD, SHARED, INSIDE, STRANGE)) {
                names.add(name, InetAddress.getLoopbackAddress());
            }
            targets = new HttpTargets(
                    new CheckedNames(names, Set.of(GOOD, SHARED, STRANGE)),
                    context,
                    new HttpTargets.Limits(Duration.ofSeconds(5), answerTimeout, 64));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The way there, as the service goes it. */
    public Targets targets() {
        return targets;
    }

    public URI good(String path) {
        return at(GOOD, good, path);
    }

    /** At a host that is not the one of {@link #good}. */
    public URI shared(String path) {
        return at(SHARED, good, path);
    }

    public URI inside(String path) {
        return at(INSIDE, good, path);
    }

    public URI strange(String path) {
        return at(STRANGE, strange, path);
    }

    public URI unknown() {
        return URI.create("https://nowhere.example/");
    }

    /** What arrived at a path, first to last. */
    public List<Received> received(String path) {
        return received.stream().filter(each -> each.path().equals(path)).toList();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        targets.close();
        good.stop(0);
        strange.stop(0);
        threads.shutdownNow();
    }

    private static URI at(String name, HttpsServer server, String path) {
        return URI.create("https://" + name + ":" + server.getAddress().getPort() + path);
    }

    private HttpsServer server(KeyStore key) throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(key, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (InputStream body = exchange.getRequestBody()) {
            received.add(new Received(
                    path,
                    exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    new String(body.readAllBytes(), UTF_8),
                    System.nanoTime()));
        }
        try {
            if (path.startsWith("/hang")) {
                closing.await();
            } else if (path.startsWith("/drip")) {
                drip(exchange);
            } else if (path.startsWith("/500")) {
                reply(exchange, 500, "x".repeat(3_000));
            } else if (path.startsWith("/429")) {
                exchange.getResponseHeaders().set("Retry-After", "3600");
                reply(exchange, 429, "");
            } else if (path.startsWith("/410")) {
                reply(exchange, 410, "");
            } else if (path.startsWith("/redirect")) {
                exchange.getResponseHeaders()
                        .set(
                                "Location",
                                "https://127.0.0.1:" + good.getAddress().getPort() + "/redirected");
                reply(exchange, 302, "");
            } else if (path.startsWith("/robot-full")) {
                reply(exchange, 200, "{\"errcode\":45009,\"errmsg\":\"too often\"}");
            } else if (path.startsWith("/robot")) {
                reply(exchange, 200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
            } else {
                reply(exchange, 200, "taken");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    /** One byte at a time, without end, each soon enough to keep a reader waiting. */
    private void drip(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        do {
            out.write('.');
            out.flush();
        } while (!closing.await(50, java.util.concurrent.TimeUnit.MILLISECONDS));
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static KeyStore key(String names) throws IOException, GeneralSecurityException {
        Path directory = Files.createTempDirectory("webhook-keys-");
        Path file = directory.resolve("key.p12");
        try {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "server",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=test",
                            "-ext",
                            "san=dns:" + names,
                            "-validity",
                            "2",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            new String(PASSWORD),
                            "-keystore",
                            file.toString())
                    .inheritIO()
                    .start();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool made no key.");
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD);
            }
            return store;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(directory);
        }
    }
}
