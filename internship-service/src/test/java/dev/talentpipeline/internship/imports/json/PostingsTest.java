package dev.talentpipeline.internship.imports.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PostingsTest {

    @Test
    void aDescriptionLosesItsTagsAndKeepsItsLines() {
        assertThat(Postings.plain("<p>We build  \n <b>robots</b>.</p><ul><li class=\"a\">Java</li></ul>1 < 2"))
                .isEqualTo("We build\nrobots.\n- Java\n\n1 < 2");
    }

    @Test
    void aDescriptionIsReadInNoTimeWhateverSomebodyPutIntoIt() {
        String run = " \t".repeat(200_000);
        assertTimeoutPreemptively(Duration.ofSeconds(3), () -> {
            assertThat(Postings.plain("a" + run + "b")).hasSize(run.length() + 2);
            assertThat(Postings.plain("<li".repeat(200_000))).isNotEmpty();
        });
    }
}
