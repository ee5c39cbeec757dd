package dev.talentpipeline.internship.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.catalogue.CatalogueEntry.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestEntriesTest {

    private static final List<CatalogueEntry> ENTRIES = List.of(
            entry("machine-learning", "Machine learning", "机器学习", "ML", "统计学习"),
            entry("deep-learning", "Deep learning", "深度学习", "DL", "神经网络"),
            entry("python", "Python", "Python编程", "py"),
            entry("verilog", "Verilog", "Verilog硬件描述语言"));

    @Test
    void findsByIdDespiteATypingError() {
        assertThat(NearestEntries.to("machne-lerning", ENTRIES)).startsWith("machine-learning");
    }

    @Test
    void findsByNameInEitherLanguage() {
        assertThat(NearestEntries.to("Deep Learning", ENTRIES)).startsWith("deep-learning");
        assertThat(NearestEntries.to("深度学", ENTRIES)).startsWith("deep-learning");
    }

    @Test
    void findsByAlias() {
        assertThat(NearestEntries.to("神经网路", ENTRIES)).startsWith("deep-learning");
    }

    @Test
    void findsANameThatStandsInAPhraseAsAWordOfItsOwn() {
        assertThat(NearestEntries.to("Web application development in Python/Django or the like", ENTRIES))
                .startsWith("python");
        assertThat(NearestEntries.to("使用机器学习方法做预测", ENTRIES)).startsWith("machine-learning");
        assertThat(NearestEntries.to("pythonic ways of writing what machines may learn", ENTRIES)
                        .getFirst())
                .isNotEqualTo("python");
    }

    @Test
    void countsInsertionsDeletionsAndReplacements() {
        assertThat(NearestEntries.edits(points("kitten"), points("sitting"))).isEqualTo(3);
        assertThat(NearestEntries.edits(points(""), points("abc"))).isEqualTo(3);
        assertThat(NearestEntries.edits(points("深度学习"), points("深度强化学习"))).isEqualTo(2);
    }

    private static int[] points(String text) {
        return text.codePoints().toArray();
    }

    private static CatalogueEntry entry(String id, String en, String zh, String... aliases) {
        return new CatalogueEntry(Kind.SKILL, id, en, zh, "ai", null, List.of(aliases));
    }
}
