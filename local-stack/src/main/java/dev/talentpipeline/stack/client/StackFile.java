package dev.talentpipeline.stack.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a running stack is and who may enter it, as the launcher writes it to {@code .pipeline/stack.json}.
 *
 * @param console origin of pages, API and token endpoint
 * @param kafka bootstrap server, {@code host:port}
 * @param smtp {@code host:port}
 * @param mail captured messages
 */
public record StackFile(
        URI console, String kafka, URI registry, String smtp, URI mail, List<Client> clients, List<User> users) {

    // Later versions of the launcher may say more than this client reads.
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** An OAuth 2 client of one organisation. */
    public record Client(String id, String secret, String role, String org) {}

    /** A person who can sign in on the pages. */
    public record User(String name, String password, String role, String org) {}

    public static StackFile read(Path file) {
        return JSON.readValue(file, StackFile.class);
    }

    /** The client of an organisation. */
    public Client clientOf(String org) {
        return clients.stream()
                .filter(client -> client.org().equals(org))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("org (" + org
                        + ") has no client in this stack. Maybe another stack is running than the one meant."));
    }

    /** The first client with a role, such as {@code OPERATIONS}. */
    public Client clientWithRole(String role) {
        return clients.stream()
                .filter(client -> client.role().equals(role))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("role (" + role + ") has no client in this stack."));
    }
}
