package dev.talentpipeline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

/**
 * Holds every schema to FULL_TRANSITIVE: it reads, and is read by, every version ever released. Released versions stand under
 * {@code src/test/resources/golden/<release>}; files are added there and never changed.
 */
class CompatibilityTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void everyReleasedVersionAndTheCurrentOneReadEachOther() throws IOException {
        List<String> breaches = new ArrayList<>();
        for (Path release : releases()) {
            for (Topic<?> topic : Topics.ALL) {
                Path golden = release.resolve(topic.type().getSimpleName() + ".avsc");
                if (Files.exists(golden)) {
                    breaches.addAll(
                            Compatibility.breaches(release.getFileName().toString(), parse(golden), current(topic)));
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void theNewestReleaseKnowsEveryType() throws IOException {
        Path newest = releases().getLast();
        for (Topic<?> topic : Topics.ALL) {
            assertThat(newest.resolve(topic.type().getSimpleName() + ".avsc")).exists();
        }
    }

    @Test
    void aRemovedFieldWithoutADefaultIsNamedWithItsRule() {
        // given
        Schema released = schema("{'name':'id','type':'string'},{'name':'seats','type':'int'}");
        Schema current = schema("{'name':'id','type':'string'}");

        // when
        List<String> breaches = Compatibility.breaches("0.1.0", released, current);

        // then
        assertThat(breaches)
                .singleElement()
                .asString()
                .contains("0.1.0 cannot read current (FORWARD)")
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE")
                .contains("Thing.seats");
    }

    @Test
    void aChangedTypeInsideAListIsNamedWithItsRule() {
        // given
        String list =
                "{'name':'skills','type':{'type':'array','items':{'type':'record','name':'Skill','fields':[{'name':'level','type':'%s'}]}}}";
        Schema released = schema(list.formatted("int"));
        Schema current = schema(list.formatted("string"));

        // when
        List<String> breaches = Compatibility.breaches("0.1.0", released, current);

        // then
        assertThat(breaches)
                .hasSize(2)
                .allSatisfy(
                        breach -> assertThat(breach).contains("TYPE_MISMATCH").contains("Thing.skills.level"));
    }

    @Test
    void aFieldAddedWithADefaultIsFine() {
        assertThat(Compatibility.breaches(
                        "0.1.0",
                        schema("{'name':'id','type':'string'}"),
                        schema("{'name':'id','type':'string'},{'name':'remote','type':'boolean','default':false}")))
                .isEmpty();
    }

    private static List<Path> releases() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.sorted().toList();
        }
    }

    private static Schema parse(Path file) throws IOException {
        return new Schema.Parser().parse(file.toFile());
    }

    private static Schema current(Topic<?> topic) {
        return SpecificData.get().getSchema(topic.type());
    }

    private static Schema schema(String fields) {
        return new Schema.Parser()
                .parse(("{'type':'record','name':'Thing','fields':[" + fields + "]}").replace('\'', '"'));
    }
}
