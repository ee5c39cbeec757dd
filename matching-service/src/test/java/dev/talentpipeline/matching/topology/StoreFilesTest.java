package dev.talentpipeline.matching.topology;

import static dev.talentpipeline.matching.topology.EventFixture.programme;
import static dev.talentpipeline.matching.topology.EventFixture.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.kit.FilesHolding;
import dev.talentpipeline.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFilesTest {

    @Test
    void anErasedStudentIsGoneFromTheFilesAndTheOthersStay(@TempDir Path directory) {
        try (MarketBench bench = MarketBench.onDisk(directory)) {
            bench.post(programme("demo"))
                    .post(student("demo", "s1", 3).setMajor("canary-one"))
                    .post(student("demo", "s2", 3).setMajor("canary-two"))
                    .flush();
            assertThat(FilesHolding.text("canary-one", directory)).isNotEmpty();

            bench.send(Topics.STUDENT_PROFILES, "demo/s1", null).pass(Duration.ofSeconds(2));

            assertThat(FilesHolding.text("canary-one", directory)).isEmpty();
            assertThat(FilesHolding.text("canary-two", directory)).isNotEmpty();
        }
    }

    @Test
    void aStoreThatIsOpenedAgainIsCleanedToo(@TempDir Path directory) {
        try (MarketBench bench = MarketBench.onDisk(directory)) {
            bench.post(student("demo", "s1", 3)).flush();
        }
        try (MarketBench bench = MarketBench.onDisk(directory)) {
            bench.post(student("demo", "s2", 3).setMajor("canary")).flush();
            bench.send(Topics.STUDENT_PROFILES, "demo/s2", null).pass(Duration.ofSeconds(2));

            assertThat(FilesHolding.text("canary", directory)).isEmpty();
        }
    }
}
