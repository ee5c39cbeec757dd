package dev.talentpipeline.console.identity;

import static dev.talentpipeline.console.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.RunningConsole;
import dev.talentpipeline.console.StubService;
import dev.talentpipeline.stack.Infrastructure;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatabaseDownIT {

    @Test
    void stopsSignInAndNothingElseAndHealsByItself() {
        try (StubService internship = new StubService();
                RunningConsole console = RunningConsole.start(
                        "console_down",
                        RunningConsole.accountsFile(RunningConsole.ACCOUNTS),
                        "talentpipeline.services.internship=" + internship.url(),
                        "spring.datasource.hikari.connection-timeout=500")) {
            // given
            Browser client = new Browser(console);
            String token = client.token("beida", "beida-secret");
            Browser li = new Browser(console);
            li.signIn("li", "li-password");

            // when
            Infrastructure.sharedDatabase().kill();
            try {
                // then
                HttpResponse<String> refused = client.askForToken("beida", "beida-secret");
                assertThat(refused.statusCode()).isEqualTo(500);
                assertThat(json(refused)).isEqualTo(json("{\"error\":\"server_error\"}"));
                assertThat(client.get("/actuator/health/readiness").statusCode())
                        .isEqualTo(503);
                assertThat(client.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
                assertThat(client.get("/api/v1/programmes", "Authorization", "Bearer " + token)
                                .statusCode())
                        .isEqualTo(200);
                assertThat(li.get("/api/v1/programmes").statusCode()).isEqualTo(200);
            } finally {
                Infrastructure.sharedDatabase().start();
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> client.askForToken("beida", "beida-secret").statusCode() == 200);
        }
    }
}
