package dev.talentpipeline.internship.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.catalogue.CatalogueEntry;
import dev.talentpipeline.internship.imports.Column.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final List<Column> COLUMNS = List.of(
            Column.anchor("number", "学号", "Student number"),
            Column.of("skills", Shape.LEVELLED_SKILLS, "技能", "Skills"));

    private static final Recognition NOTHING = new Recognition(List.of(), List.of());

    private final Reading reading = new Reading(
            header(),
            new CellReader.Words(
                    new Recognition(
                            List.of(new CatalogueEntry(
                                    CatalogueEntry.Kind.SKILL, "java", "Java", "Java", "ai", null, List.of())),
                            List.of()),
                    NOTHING,
                    NOTHING,
                    new OpeningNames(List.of())));

    private static Header header() {
        Header.Search search = new Header.Search(COLUMNS, Map.of(), Map.of());
        search.next(row(1, "学号", "技能"));
        return search.end();
    }

    private static Table.Row row(int number, String... texts) {
        return new Table.Row(
                number,
                List.of(texts).stream().map(text -> (Cell) new Cell.Text(text)).toList());
    }

    @Test
    void textsThatAreTooManyToBeListedAreCountedWithTheRowThatTheyBeginIn() {
        IntStream.range(0, 20)
                .forEach(i -> reading.read(row(
                        i + 2,
                        "n" + i,
                        IntStream.range(0, 100)
                                .mapToObj(j -> "skill " + (100 * i + j))
                                .collect(Collectors.joining(";")))));
        assertThat(reading.notUnderstood()).isEmpty();

        StagedRow next = reading.read(row(40, "m1", "skill 7; Java; another; and another"));
        reading.read(row(41, "m2", "another"));

        assertThat(next.values().get("skills")).isEqualTo("java:3");
        assertThat(reading.skillsSeen()).hasSize(2_000);
        assertThat(reading.notUnderstood()).containsExactly(new Findings.LeftOut("skills[] (row 40 …)", 3));
    }
}
