package dev.talentpipeline.console.identity.provisioning;

import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.ProvisionedAccount;
import dev.talentpipeline.console.identity.Rights;
import dev.talentpipeline.console.identity.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of the accounts file. Members that are not accounts are skipped, since the file of the local stack holds addresses
 * too.
 */
record AccountsFile(
        @Nullable List<Client> clients, @Nullable List<User> users) {

    record Client(
            @Nullable String id,
            @Nullable String secret,
            @Nullable String role,
            @Nullable String org,
            @Nullable String school,
            @Nullable Boolean administrator) {

        ProvisionedAccount account() {
            String name = required("id", "a client", id);
            return new ProvisionedAccount(
                    Kind.CLIENT,
                    required("secret", name, secret),
                    new Identity(name, roleNamed(name, role), org, null).with(rights(administrator, school)));
        }
    }

    record User(
            @Nullable String name,
            @Nullable String password,
            @Nullable String role,
            @Nullable String org,
            @Nullable String person,
            @Nullable String school,
            @Nullable Boolean administrator) {

        ProvisionedAccount account() {
            String known = required("name", "a user", name);
            return new ProvisionedAccount(
                    Kind.USER,
                    required("password", known, password),
                    new Identity(known, roleNamed(known, role), org, person).with(rights(administrator, school)));
        }
    }

    static List<ProvisionedAccount> read(Path file, JsonMapper json) {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException(
                    "talentpipeline.accounts-file (" + file + ") must be a file that can be read."
                            + " Maybe the path is relative to another folder, or it belongs to another user.");
        }
        try {
            AccountsFile accounts = json.readValue(file.toFile(), AccountsFile.class);
            return Stream.concat(
                            orEmpty(accounts.clients()).stream().map(Client::account),
                            orEmpty(accounts.users()).stream().map(User::account))
                    .toList();
        } catch (JacksonException e) {
            // The message of the cause quotes the file, and the file holds secrets.
            throw new IllegalStateException("talentpipeline.accounts-file (" + file
                    + ") must be JSON with clients and users; it stops being so near "
                    + Objects.toString(e.getLocation().offsetDescription()) + ".");
        }
    }

    private static Rights rights(@Nullable Boolean administrator, @Nullable String school) {
        return new Rights(Boolean.TRUE.equals(administrator), school);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static String required(String member, String whose, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException(member + " (null) of " + whose + " must be given in the accounts file.");
        }
        return value;
    }

    private static Role roleNamed(String whose, @Nullable String role) {
        String named = required("role", whose, role);
        return Stream.of(Role.values())
                .filter(known -> known.name().equals(named))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "role (" + named + ") of " + whose + " must be one of " + List.of(Role.values()) + "."));
    }
}
