package dev.talentpipeline.stack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.stack.client.StackFile;
import dev.talentpipeline.stack.demo.DemoOrganisation;
import dev.talentpipeline.stack.demo.DemoOrganisations;
import dev.talentpipeline.stack.supervisor.StackDocument.Accounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackDocumentTest {

    private static final Accounts NONE = new Accounts(List.of(), List.of());

    @TempDir
    private Path directory;

    @Test
    void givesEveryOrganisationAClientAndAUserWithSecretsOfTheirOwn() {
        Accounts accounts = Accounts.completing(NONE);

        List<String> organisations = Stream.concat(
                        Stream.of("operations"),
                        DemoOrganisations.all().stream().map(DemoOrganisation::id))
                .toList();
        assertThat(accounts.clients()).extracting(StackFile.Client::org).containsExactlyElementsOf(organisations);
        assertThat(accounts.users()).extracting(StackFile.User::org).containsExactlyElementsOf(organisations);
        assertThat(Stream.concat(
                        accounts.clients().stream().map(StackFile.Client::secret),
                        accounts.users().stream().map(StackFile.User::password)))
                .doesNotHaveDuplicates()
                .allSatisfy(secret -> assertThat(secret).hasSize(24));
    }

    @Test
    void keepsTheSecretsOfAnEarlierRun() {
        Accounts earlier = Accounts.completing(NONE);

        assertThat(Accounts.completing(earlier)).isEqualTo(earlier);
    }

    @Test
    void writesAFileThatOnlyItsOwnerReadsAndThatClientsUnderstand() throws IOException {
        // given
        Path file = directory.resolve("stack.json");
        Accounts accounts = Accounts.completing(NONE);
        Files.writeString(file, "of an earlier run");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        // when
        document(accounts).write(file);

        // then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(StackDocument.read(file)).isEqualTo(document(accounts));
        assertThat(StackDocument.readAccounts(file)).isEqualTo(accounts);
        assertThat(StackFile.read(file).clients()).isEqualTo(accounts.clients());
        assertThat(StackFile.read(file).console()).hasToString("http://localhost:8080");
    }

    @Test
    void hasNoAccountsBeforeTheFirstRun() {
        assertThat(StackDocument.readAccounts(directory.resolve("stack.json"))).isEqualTo(NONE);
    }

    private static StackDocument document(Accounts accounts) {
        return new StackDocument(
                "http://localhost:8080",
                "127.0.0.1:18092",
                "http://127.0.0.1:18085",
                "127.0.0.1:18025",
                "http://127.0.0.1:18026",
                Map.of("console", "http://127.0.0.1:8080"),
                new StackDocument.Login("jdbc:postgresql://127.0.0.1:18432/", "pipeline", "secret"),
                accounts.clients(),
                accounts.users());
    }
}
