package dev.talentpipeline.kit.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenStreamsTest {

    private final OpenStreams<String, String> open = new OpenStreams<>(2, 3);

    @Test
    void theOldestOfAnAccountThatHasAsManyAsOneMayIsInTheWay() {
        open.add("li", "first");
        assertThat(open.inTheWayOf("li")).isEmpty();
        open.add("li", "second");

        assertThat(open.inTheWayOf("li")).hasValue("first");
        assertThat(open.inTheWayOf("wang")).isEmpty();
        open.remove("li", "first");
        open.add("li", "third");
        assertThat(open.inTheWayOf("li")).hasValue("second");
    }

    @Test
    void thereIsRoomForSoManyOfAll() {
        open.add("li", "first");
        open.add("li", "second");
        assertThat(open.isFull()).isFalse();
        open.add("wang", "third");

        assertThat(open.isFull()).isTrue();
        open.remove("wang", "third");
        assertThat(open.isFull()).isFalse();
    }

    @Test
    void whatLeavesTwiceLeavesOnce() {
        open.add("li", "first");
        open.add("wang", "second");

        assertThat(open.remove("li", "first")).isTrue();
        assertThat(open.remove("li", "first")).isFalse();
        assertThat(open.remove("nobody", "second")).isFalse();
        assertThat(open.count()).isOne();
    }
}
