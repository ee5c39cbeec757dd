package dev.talentpipeline.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.notification.webhook.Outgoing.Full;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnderWayTest {

    private final UnderWay underWay = new UnderWay(16);

    @Test
    void anOrganisationGetsAnEighthAndAHostHalfOfAllPlaces() {
        List<Claim> claims = new ArrayList<>();
        claims.add(begun("greedy", "https://a.example/1"));
        assertThat(underWay.full()).isEqualTo(Full.NONE);

        claims.add(begun("greedy", "https://b.example/2"));
        assertThat(underWay.full()).isEqualTo(new Full(Set.of("greedy"), Set.of()));

        for (int i = 0; i < 8; i++) {
            claims.add(begun("company-" + i, "https://Robots.Example:8443/" + i));
        }
        assertThat(underWay.full()).isEqualTo(new Full(Set.of("greedy"), Set.of("robots.example")));

        claims.forEach(underWay::end);
        assertThat(underWay.full()).isEqualTo(Full.NONE);
    }

    @Test
    void oneIsAlwaysLet() {
        var narrow = new UnderWay(1);

        assertThat(narrow.full()).isEqualTo(Full.NONE);
    }

    private Claim begun(String organisation, String url) {
        var claim = new Claim(
                UUID.randomUUID(),
                UUID.randomUUID(),
                organisation,
                URI.create(url),
                EndpointKind.STANDARD,
                null,
                List.of(),
                UUID.randomUUID(),
                "{}",
                0,
                null,
                Instant.EPOCH,
                0,
                null);
        underWay.begin(claim);
        return claim;
    }
}
