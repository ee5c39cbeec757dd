package dev.talentpipeline.internship.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.imports.Column.Shape;
import dev.talentpipeline.internship.imports.Findings.MappedColumn;
import dev.talentpipeline.internship.imports.Vocabularies.Vocabulary;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is remembered of a correction, so that the next file of the same kind is read as this one was meant. */
class TaughtNamesTest {

    private static final List<Column> COLUMNS = List.of(
            Column.anchor("number", "学号", "Student number"),
            Column.of("name", Shape.TEXT, "姓名", "Name"),
            Column.of("email", Shape.CODE, "邮箱", "Email"));

    private static Findings found(MappedColumn... columns) {
        return new Findings(
                new Findings.Form(Findings.Format.CSV, "UTF-8", ",", null),
                1,
                List.of(columns),
                List.of(),
                List.of(),
                List.of(),
                0);
    }

    private static MappedColumn column(int at, String name, @Nullable String field) {
        return new MappedColumn(at, name, field, false);
    }

    private static Vocabulary taught(Map<String, String> columns) {
        return new Vocabulary(1, columns, Meanings.NONE);
    }

    @Test
    void onlyWhatTheNextFileWouldBeReadOtherwiseByIsTaught() {
        Findings findings = found(column(1, "学号", "number"), column(2, "姓名", "name"), column(3, "称呼", null));

        assertThat(findings.namesTaughtBy(Map.of(1, "number", 3, "name"), COLUMNS, Vocabulary.NONE))
                .isEqualTo(Map.of("姓名", "", "称呼", "name"));
        assertThat(findings.namesTaughtBy(Map.of(1, "number", 2, "name"), COLUMNS, Vocabulary.NONE))
                .isEmpty();
    }

    @Test
    void whatWasSetRightWithoutBeingRememberedIsTaughtOnceItIs() {
        // when: the file was read again by a correction, and is now as it is meant
        Findings again = found(column(1, "学号", "number"), column(2, "姓名", null), column(3, "称呼", "name"));

        // then
        assertThat(again.namesTaughtBy(Map.of(1, "number", 3, "name"), COLUMNS, Vocabulary.NONE))
                .isEqualTo(Map.of("姓名", "", "称呼", "name"));
    }

    @Test
    void whatWasTaughtBeforeIsTakenBackByWhatIsSaidNow() {
        Findings findings = found(column(1, "学号", "number"), column(2, "姓名", null));

        assertThat(findings.namesTaughtBy(Map.of(1, "number", 2, "name"), COLUMNS, taught(Map.of("姓名", ""))))
                .isEqualTo(Map.of("姓名", "name"));
    }

    @Test
    void aNameThatStandsOverSeveralColumnsIsNotTaught() {
        Findings findings = found(column(1, "学号", "number"), column(2, "备注", null), column(3, "备 注", null));

        assertThat(findings.namesTaughtBy(Map.of(1, "number", 2, "name"), COLUMNS, Vocabulary.NONE))
                .isEmpty();
    }

    @Test
    void aWordTakesThePlaceOfItsOtherSpellings() {
        Vocabulary before = new Vocabulary(
                3,
                Map.of("Email", ""),
                new Meanings(Map.of("Deep Learning", "python"), Map.of("Drone Pilot", "ai-engineer")));
        Meanings said = new Meanings(Map.of("deep-learning", "deep-learning"), Map.of("drone pilot", "drone-pilot"));

        assertThat(before.and(Map.of("e-mail", "email"), said))
                .isEqualTo(new Vocabulary(3, Map.of("e-mail", "email"), said));
    }
}
