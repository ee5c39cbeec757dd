package dev.talentpipeline.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.notification.contact.Language;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);
    private static final Secret PUBLISHED = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", NOW, null);

    @Test
    void isTheOneThatTheSpecificationsOwnTestsGive() {
        assertThat(Signature.of(
                        List.of(PUBLISHED),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        NOW.getEpochSecond(),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void hasOneForEachSecret() {
        Secret other = Secret.of(new byte[Secret.KEY_BYTES], NOW);

        String both = Signature.of(List.of(PUBLISHED, other), "id", 1, "{}");

        assertThat(both)
                .isEqualTo(Signature.of(List.of(PUBLISHED), "id", 1, "{}") + " "
                        + Signature.of(List.of(other), "id", 1, "{}"));
    }

    @Test
    void ofARobotStandsInItsQuery() {
        Instant at = Instant.ofEpochMilli(1804475405000L);
        String query = "timestamp=1804475405000&sign=oyAd2xbKgVZHLIkfxwkgTN4D2p9%2BapUQpU%2BVLRpPh6Y%3D";

        assertThat(RobotSignature.signed(URI.create("https://robots.example/send?access_token=0"), "SECa1b2c3", at))
                .hasToString("https://robots.example/send?access_token=0&" + query);
        assertThat(RobotSignature.signed(URI.create("https://robots.example/send"), "SECa1b2c3", at))
                .hasToString("https://robots.example/send?" + query);
    }

    @Test
    void aSecretIsNotToldByItsText() {
        assertThat(PUBLISHED.toString()).doesNotContain("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(new Endpoint.Address(
                                URI.create("https://robots.example/send?key=hidden"),
                                EndpointKind.DINGTALK,
                                Language.EN,
                                "SECa1b2c3")
                        .toString())
                .doesNotContain("hidden", "SECa1b2c3");
    }
}
