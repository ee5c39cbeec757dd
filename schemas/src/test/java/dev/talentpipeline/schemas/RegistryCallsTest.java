package dev.talentpipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.apicurio.registry.rest.client.RegistryClient;
import io.apicurio.registry.rest.client.RegistryClientFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryCallsTest {

    private static final Duration ATTEMPT = Duration.ofMillis(500);
    private static final byte[] ANSWER = "\"string\"".getBytes(UTF_8);

    private final AtomicInteger asked = new AtomicInteger();
    private int brokenOff;
    private HttpServer server;
    private RegistryClient registry;

    @BeforeEach
    void startARegistryWhoseFirstAnswersBreakOff() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, ANSWER.length);
            if (asked.incrementAndGet() > brokenOff) {
                exchange.getResponseBody().write(ANSWER);
                exchange.close();
            } else {
                exchange.getResponseBody().write(ANSWER, 0, 2);
                exchange.getResponseBody().flush();
            }
        });
        server.start();
        registry = RegistryClientFactory.create(
                Registry.nativeApi("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() throws IOException {
        registry.close();
        server.stop(0);
    }

    @Test
    void asksAgainWhenAnAnswerBreaksOff() {
        brokenOff = 2;
        byte[] answer = new RegistryCalls(ATTEMPT, RegistryCalls.WITHOUT_END).answerTo("a test", this::content);
        assertThat(answer).isEqualTo(ANSWER);
        assertThat(asked).hasValue(3);
    }

    @Test
    void givesUpWhenItsPatienceEnds() {
        brokenOff = Integer.MAX_VALUE;
        assertThatThrownBy(() -> new RegistryCalls(ATTEMPT, Duration.ofSeconds(1)).answerTo("a test", this::content))
                .hasMessageContaining("no whole answer within PT0.5S");
        assertThat(asked).hasValueGreaterThan(1);
    }

    private byte[] content() throws IOException {
        try (var content = registry.getContentById(1)) {
            return content.readAllBytes();
        }
    }
}
