package dev.talentpipeline.notification.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.kit.security.Role;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Choices and brakes are changed as they were seen, or not at all. */
class SeenChoicesIT extends InboxOverHttp {

    private record Answered(int status, @Nullable String tag, JsonNode body) {

        String problem() {
            String type = body.get("type").asString();
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }

    @Test
    void preferencesAreNotChangedOverAnothersChange() {
        Answered usual = asked(asStudent(), "GET", PREFERENCES, null, null);
        assertThat(usual.tag()).isEqualTo("\"0\"");

        Answered mine = asked(asStudent(), "PUT", PREFERENCES, usual.tag(), Map.of("digest", "WEEKLY"));
        Answered late = asked(asStudent(), "PUT", PREFERENCES, usual.tag(), Map.of("zone", "Europe/Berlin"));

        assertThat(mine.status()).isEqualTo(200);
        assertThat(mine.tag()).isEqualTo("\"1\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.problem()).isEqualTo("version-changed");
        assertThat(late.body().get("version").asLong()).isEqualTo(1);
        Answered kept = asked(asStudent(), "GET", PREFERENCES, null, null);
        assertThat(kept.tag()).isEqualTo(mine.tag());
        assertThat(kept.body()).isEqualTo(mine.body());
        assertThat(kept.body().get("digest").asString()).isEqualTo("WEEKLY");
        assertThat(kept.body().get("zone").asString()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void theSamePreferencesAreNoNewVersionAndAnyVersionIsChangedWithoutALook() {
        Answered first = asked(asStudent(), "PUT", PREFERENCES, null, Map.of("digest", "WEEKLY"));
        Answered same = asked(asStudent(), "PUT", PREFERENCES, first.tag(), Map.of("digest", "WEEKLY"));
        Answered other = asked(asStudent(), "PUT", PREFERENCES, "*", Map.of("digest", "DAILY"));

        assertThat(same.tag()).isEqualTo(first.tag());
        assertThat(other.body().get("version").asLong())
                .isEqualTo(first.body().get("version").asLong() + 1);
        assertThat(asked(asStudent(), "PUT", PREFERENCES, "7", Map.of()).problem())
                .isEqualTo("malformed-parameter");
    }

    @Test
    void aBrakeIsNotSetOverAnothersSetting() {
        String operations = TOKENS.token(Role.OPERATIONS, "operations");
        long seen = asked(operations, "GET", "/api/v1/brakes", null, null)
                .body()
                .at("/items/1/version")
                .asLong();
        String brake = "/api/v1/brakes/WEBHOOK";
        try {
            Answered first = asked(operations, "PUT", brake, "\"" + seen + "\"", Map.of("paused", true));
            Answered late =
                    asked(operations, "PUT", brake, "\"" + seen + "\"", Map.of("paused", false, "perMinute", 60));

            assertThat(first.status()).isEqualTo(200);
            assertThat(first.tag()).isEqualTo("\"" + (seen + 1) + "\"");
            assertThat(late.status()).isEqualTo(412);
            assertThat(late.body().get("version").asLong()).isEqualTo(seen + 1);
            assertThat(asked(operations, "GET", "/api/v1/brakes", null, null)
                            .body()
                            .at("/items/1/paused")
                            .asBoolean())
                    .isTrue();
        } finally {
            asked(operations, "PUT", brake, null, Map.of("paused", false));
        }
    }

    @Test
    void whatLooksAtNoVersionSaysSo() {
        Answered read =
                asked(asStudent(), "POST", "/api/v1/notices/read", "\"1\"", Map.of("until", "2027-03-08T03:10:05Z"));

        assertThat(read.status()).isEqualTo(400);
        assertThat(read.problem()).isEqualTo("version-not-checked");
    }

    private Answered asked(
            String token, String method, String path, @Nullable String seen, @Nullable Map<String, Object> body) {
        var request = example(
                token, method, path, body == null ? null : JsonMapper.shared().valueToTree(body));
        if (seen != null) {
            request = request.header(HttpHeaders.IF_MATCH, seen);
        }
        return request.exchange((asked, response) -> new Answered(
                response.getStatusCode().value(),
                response.getHeaders().getETag(),
                JsonMapper.shared().readTree(response.getBody())));
    }
}
