package dev.talentpipeline.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsubscribeLinksTest {

    private final UnsubscribeLinks links = new UnsubscribeLinks(() -> new byte[] {1, 2, 3}, "https://console.example");

    @Test
    void aLinkLeadsToItsPersonAlone() {
        String token = links.tokenFor("li-lei");

        assertThat(links.linkFor("li-lei")).isEqualTo("https://console.example/unsubscribe/" + token);
        assertThat(links.personOf(token)).contains("li-lei");
        String other = links.tokenFor("han-mei");
        String swapped = other.substring(0, other.indexOf('.')) + token.substring(token.indexOf('.'));
        assertThat(links.personOf(swapped)).isEmpty();
    }

    @Test
    void aLinkOfAnotherInstallationIsNone() {
        UnsubscribeLinks others = new UnsubscribeLinks(() -> new byte[] {3, 2, 1}, "https://console.example");

        assertThat(links.personOf(others.tokenFor("li-lei"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "nonsense", "bGktbGVp", "bGktbGVp.", "bGktbGVp.!", "ü.ü"})
    void whatIsNoTokenNamesNobody(String token) {
        assertThat(links.personOf(token)).isEmpty();
    }
}
