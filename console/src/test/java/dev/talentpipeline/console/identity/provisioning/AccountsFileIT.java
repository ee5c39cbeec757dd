package dev.talentpipeline.console.identity.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.RunningConsole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsFileIT {

    private static final String HASHES = "select kind || ' ' || name || ' ' || secret_hash from account order by 1";

    @Test
    void isTheWholeTruthAtEveryStart() {
        // given
        String database = "console_accounts";
        Path file = RunningConsole.accountsFile(RunningConsole.ACCOUNTS);
        try (RunningConsole console = RunningConsole.start(database, file)) {
            assertThat(new Browser(console).askForToken("beida", "beida-secret").statusCode())
                    .isEqualTo(200);
        }
        List<String> hashes = RunningConsole.query(database, HASHES);
        assertThat(hashes)
                .hasSize(7)
                .allMatch(row -> row.contains("{bcrypt}$2a$"))
                .noneMatch(row -> row.contains("-password"));

        // when the same file is applied again, then nothing is hashed anew
        try (RunningConsole console = RunningConsole.start(database, file)) {
            assertThat(new Browser(console).askForToken("beida", "beida-secret").statusCode())
                    .isEqualTo(200);
        }
        assertThat(RunningConsole.query(database, HASHES)).isEqualTo(hashes);

        // when a secret changes, a role changes and an account goes
        Path changed = RunningConsole.accountsFile("""
                {"clients": [{"id": "beida", "secret": "another-secret", "role": "UNIVERSITY", "org": "beida"},
                             {"id": "watch", "secret": "watch-secret", "role": "COMPANY", "org": "xinhe"}]}
                """);
        try (RunningConsole console = RunningConsole.start(database, changed)) {
            Browser client = new Browser(console);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> client.askForToken("beida", "another-secret").statusCode() == 200);
            assertThat(client.askForToken("beida", "beida-secret").statusCode()).isEqualTo(401);
            assertThat(Browser.claims(client.token("watch", "watch-secret"))
                            .path("roles")
                            .toString())
                    .isEqualTo("[\"COMPANY\"]");
            assertThat(client.signIn("li", "li-password").headers().firstValue("Location"))
                    .hasValue("/sign-in?error");
        }
    }

    @Test
    void thatCannotBeReadStopsTheStartAndSaysWhichFile() {
        assertThatThrownBy(() -> RunningConsole.start("console_no_accounts", Path.of("/nowhere/stack.json"))
                        .close())
                .hasStackTraceContaining(
                        "talentpipeline.accounts-file (/nowhere/stack.json) must be a file that can be read.");
    }
}
