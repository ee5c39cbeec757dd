package dev.talentpipeline.notification.inbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.notification.inbox.ImportState;
import dev.talentpipeline.notification.inbox.InterviewState;
import dev.talentpipeline.notification.inbox.MeetingState;
import dev.talentpipeline.notification.inbox.OfferState;
import dev.talentpipeline.notification.inbox.PlacementState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicStatesTest {

    @Test
    void haveTheNamesThatTheTopicGivesThem() {
        assertThat(names(MeetingState.values()))
                .containsExactlyInAnyOrderElementsOf(names(dev.talentpipeline.events.MeetingState.values()));
        assertThat(names(InterviewState.values()))
                .containsExactlyInAnyOrderElementsOf(names(dev.talentpipeline.events.InterviewState.values()));
    }

    @Test
    void soHaveThoseOfOffersAndPlacements() {
        assertThat(names(OfferState.values()))
                .containsExactlyInAnyOrderElementsOf(names(dev.talentpipeline.events.OfferState.values()));
        assertThat(names(PlacementState.values()))
                .containsExactlyInAnyOrderElementsOf(names(dev.talentpipeline.events.PlacementState.values()));
    }

    @Test
    void soHaveThoseOfImports() {
        assertThat(names(ImportState.values()))
                .containsExactlyInAnyOrderElementsOf(names(dev.talentpipeline.events.ImportState.values()));
    }

    private static List<String> names(Enum<?>[] states) {
        return Arrays.stream(states).map(Enum::name).toList();
    }
}
