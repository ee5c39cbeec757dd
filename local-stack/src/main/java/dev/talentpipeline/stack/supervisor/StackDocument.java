package dev.talentpipeline.stack.supervisor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.talentpipeline.stack.client.StackFile.Client;
import dev.talentpipeline.stack.client.StackFile.User;
import dev.talentpipeline.stack.demo.DemoOrganisation;
import dev.talentpipeline.stack.demo.DemoOrganisations;
import dev.talentpipeline.stack.process.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The content of {@code stack.json}: where everything is, and who may enter. The console takes its accounts from here; proofs and people read
 * their addresses and secrets here.
 *
 * @param console the origin that browsers and API clients use
 * @param services the base URL of each service behind it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record StackDocument(
        String console,
        String kafka,
        String registry,
        String smtp,
        String mail,
        Map<String, String> services,
        Login database,
        List<Client> clients,
        List<User> users) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** How to reach the database server, whose databases are named after the services. */
    record Login(String url, String user, String password) {}

    /** The accounts of a stack. */
    record Accounts(List<Client> clients, List<User> users) {

        /** Those of an earlier run with their secrets, and new ones with random secrets for organisations that had none. */
        static Accounts completing(Accounts earlier) {
            List<Client> clients = new ArrayList<>(earlier.clients());
            List<User> users = new ArrayList<>(earlier.users());
            add(clients, users, "operations", "OPERATIONS");
            for (DemoOrganisation organisation : DemoOrganisations.all()) {
                add(clients, users, organisation.id(), organisation.role().name());
            }
            return new Accounts(List.copyOf(clients), List.copyOf(users));
        }

        /** A client and a user, both named after their organisation. */
        private static void add(List<Client> clients, List<User> users, String org, String role) {
            if (clients.stream().map(Client::id).noneMatch(Predicate.isEqual(org))) {
                clients.add(new Client(org, Secrets.random(), role, org));
            }
            if (users.stream().map(User::name).noneMatch(Predicate.isEqual(org))) {
                users.add(new User(org, Secrets.random(), role, org));
            }
        }
    }

    /** The accounts that a file of an earlier run holds; none when there is no file. */
    static Accounts readAccounts(Path file) {
        if (!Files.exists(file)) {
            return new Accounts(List.of(), List.of());
        }
        StackDocument earlier = JSON.readValue(file, StackDocument.class);
        return new Accounts(earlier.clients(), earlier.users());
    }

    static StackDocument read(Path file) {
        return JSON.readValue(file, StackDocument.class);
    }

    void write(Path file) {
        try {
            Secrets.writeOwnerOnly(file, JSON.writeValueAsString(this) + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
