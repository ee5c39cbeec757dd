package dev.talentpipeline.notification.inbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.notification.inbox.OfferState;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OfferStatesTest {

    @Test
    void haveTheNamesThatTheTopicGivesThem() {
        assertThat(Arrays.stream(OfferState.values()).map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(dev.talentpipeline.events.OfferState.values())
                        .map(Enum::name)
                        .toList());
    }
}
