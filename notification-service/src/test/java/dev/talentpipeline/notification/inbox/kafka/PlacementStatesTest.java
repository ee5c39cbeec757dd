package dev.talentpipeline.notification.inbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.notification.inbox.PlacementState;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PlacementStatesTest {

    @Test
    void haveTheNamesThatTheTopicGivesThem() {
        assertThat(Arrays.stream(PlacementState.values()).map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(dev.talentpipeline.events.PlacementState.values())
                        .map(Enum::name)
                        .toList());
    }
}
