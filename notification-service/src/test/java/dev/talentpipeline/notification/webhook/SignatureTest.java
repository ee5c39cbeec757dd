package dev.talentpipeline.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aSecretIsNotToldByItsText() {
        assertThat(PUBLISHED.toString()).doesNotContain("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }
}
