package dev.talentpipeline.monitoring;

import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.kit.security.Role;
import java.net.URI;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service, started once for all tests. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class RunningService {

    /** One for all, which keeps its connections: a new one for each request would be measured with it. */
    private static final RestClient HTTP = RestClient.create();

    private static final String OPERATIONS = TestTokens.shared().token(Role.OPERATIONS, "operations");

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        Surroundings.register(properties);
    }

    /** An answer with its status. */
    protected record Answer(int status, JsonNode body) {}

    /** What a file is that operations asks for, as text. */
    protected final String file(String path) {
        return HTTP.get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + OPERATIONS)
                .retrieve()
                .body(String.class);
    }

    protected final Answer get(String path) {
        return get(OPERATIONS, path);
    }

    /** Puts JSON in the name of operations. */
    protected final Answer put(String path, String body) {
        return HTTP.put()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + OPERATIONS)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((request, response) -> new Answer(
                        response.getStatusCode().value(), JsonMapper.shared().readTree(response.getBody())));
    }

    /** Sends a body as operations; an empty key is none. */
    protected final Answer post(String path, String key, String body) {
        return HTTP.post()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + OPERATIONS)
                .headers(headers -> {
                    if (!key.isEmpty()) {
                        headers.add("Idempotency-Key", key);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((request, response) -> new Answer(
                        response.getStatusCode().value(), JsonMapper.shared().readTree(response.getBody())));
    }

    protected final Answer get(String token, String path) {
        return HTTP.get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .exchange((request, response) -> new Answer(
                        response.getStatusCode().value(), JsonMapper.shared().readTree(response.getBody())));
    }
}
