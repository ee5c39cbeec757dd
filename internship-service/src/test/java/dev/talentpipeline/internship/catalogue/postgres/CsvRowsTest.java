package dev.talentpipeline.internship.catalogue.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    @Test
    void readsFieldsByTheNamesInTheHeader() {
        List<CsvRows.Row> rows = CsvRows.parse("id,en\r\npython,Python\r\n\r\nc,\"C, or \"\"the\"\" language\"\n");

        assertThat(rows).extracting(row -> row.text("id")).containsExactly("python", "c");
        assertThat(rows).extracting(row -> row.text("en")).containsExactly("Python", "C, or \"the\" language");
    }

    @Test
    void takesAMissingLastFieldAsEmptyButNotAMissingColumn() {
        CsvRows.Row row = CsvRows.parse("id,en,zh\npython,Python").getFirst();

        assertThat(row.text("zh")).isEmpty();
        assertThatThrownBy(() -> row.text("family")).hasMessageContaining("must have a column (family)");
    }
}
