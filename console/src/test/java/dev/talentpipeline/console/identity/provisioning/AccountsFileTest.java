package dev.talentpipeline.console.identity.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.ProvisionedAccount;
import dev.talentpipeline.console.identity.Rights;
import dev.talentpipeline.console.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class AccountsFileTest {

    @TempDir
    private Path directory;

    @Test
    void readsClientsAndUsersAndSkipsAddresses() throws IOException {
        List<ProvisionedAccount> accounts = read("""
                {"console": "http://localhost:8080", "kafka": "127.0.0.1:18092",
                 "clients": [{"id": "ops", "secret": "s", "role": "OPERATIONS", "org": null}],
                 "users": [{"name": "zhao", "password": "p", "role": "STUDENT", "org": "beida", "person": "p-1"}]}
                """);

        assertThat(accounts)
                .containsExactly(
                        new ProvisionedAccount(Kind.CLIENT, "s", new Identity("ops", Role.OPERATIONS, null, null)),
                        new ProvisionedAccount(Kind.USER, "p", new Identity("zhao", Role.STUDENT, "beida", "p-1")));
    }

    @Test
    void readsRightsOfThoseWhoHaveThem() throws IOException {
        List<ProvisionedAccount> accounts = read("""
                {"clients": [{"id": "law", "secret": "s", "role": "UNIVERSITY", "org": "beida", "school": "law"}],
                 "users": [{"name": "li", "password": "p", "role": "UNIVERSITY", "org": "beida", "administrator": true}]}
                """);

        assertThat(accounts.stream().map(account -> account.identity().rights()))
                .containsExactly(new Rights(false, "law"), new Rights(true, null));
        assertThatThrownBy(() -> read("""
                {"users": [{"name": "li", "password": "p", "role": "COMPANY", "org": "xinhe", "school": "law"}]}
                """)).hasMessage("school (law) of li must be left out for the role COMPANY.");
    }

    @Test
    void saysWhatIsWrongWithoutQuotingSecrets() {
        assertThatThrownBy(() -> read("{\"clients\": [{\"id\": \"a\", \"secret\": \"hidden\""))
                .hasMessageContaining("must be JSON with clients and users")
                .hasMessageNotContaining("hidden")
                .hasNoCause();
        assertThatThrownBy(() -> read("{\"clients\": [{\"id\": \"a\", \"secret\": \"s\", \"role\": \"BOSS\"}]}"))
                .hasMessage("role (BOSS) of a must be one of [UNIVERSITY, COMPANY, STUDENT, OPERATIONS].");
        assertThatThrownBy(() -> read("{\"users\": [{\"name\": \"li\"}]}"))
                .hasMessage("password (null) of li must be given in the accounts file.");
    }

    private List<ProvisionedAccount> read(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("stack.json"), text);
        return AccountsFile.read(file, JsonMapper.shared());
    }
}
