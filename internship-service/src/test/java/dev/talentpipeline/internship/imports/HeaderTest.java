package dev.talentpipeline.internship.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.talentpipeline.internship.imports.Column.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeaderTest {

    private static final List<Column> COLUMNS = List.of(
            Column.anchor("number", "学号", "Student number"),
            Column.of("name", Shape.TEXT, "姓名", "Name"),
            Column.of("phone", Shape.CODE, "电话", "Phone"),
            Column.of("email", Shape.CODE, "邮箱", "Email"));

    private static Header search(Map<String, String> taught, String... rows) {
        Header.Search search = new Header.Search(COLUMNS, taught, Map.of());
        for (int i = 0; i < rows.length; i++) {
            List<Cell> cells = new ArrayList<>();
            Arrays.stream(rows[i].split(",", -1)).forEach(text -> cells.add(new Cell.Text(text)));
            Optional<Header> found = search.next(new Table.Row(i + 1, cells));
            if (found.isPresent()) {
                return found.get();
            }
        }
        return search.end();
    }

    private static String fields(Header header) {
        return header.row() + " "
                + String.join(
                        ",",
                        header.columns().stream()
                                .map(column -> column == null ? "?" : column.field())
                                .toList());
    }

    @Test
    void columnsAreKnownByTheirNamesInEitherLanguageWhateverTheirOrnaments() {
        assertThat(fields(search(Map.of(), "备注,学号（必填）,NAME *, e-mail ", "x,1,y,z")))
                .isEqualTo("1 ?,number,name,email");
    }

    @Test
    void titlesAboveTheHeaderArePassedOver() {
        assertThat(fields(search(Map.of(), "2027届毕业生名单,,", "打印日期,2027-01-01,", "学号,姓名,电话", "1,a,b")))
                .isEqualTo("3 number,name,phone");
    }

    @Test
    void mergedCellsMakeAHeaderOfTwoRows() {
        assertThat(fields(search(Map.of(), "学号,姓名,联系方式,", ",,电话,邮箱", "1,a,b,c")))
                .isEqualTo("2 number,name,phone,email");
        assertThat(fields(search(Map.of(), "学号,姓名", ",没有学号的人"))).isEqualTo("1 number,name");
    }

    @Test
    void whatAnOrganisationTaughtComesFirst() {
        assertThat(fields(search(Map.of("证件号", "number", "姓名", ""), "证件号,姓名,电话", "1,a,b")))
                .isEqualTo("1 number,?,phone");
    }

    @Test
    void twoColumnsForOneFieldAndNoHeaderAtAllAreRefused() {
        assertThat(catchThrowableOfType(UnusableFileException.class, () -> search(Map.of(), "学号,姓名,Name", "1,a,b"))
                        .fault()
                        .detail())
                .isEqualTo("Columns 2 (姓名) and 3 (Name) are both taken for name.");
        assertThat(catchThrowableOfType(UnusableFileException.class, () -> search(Map.of(), "1,a,b", "2,c,d"))
                        .fault()
                        .type())
                .isEqualTo("no-header");
    }
}
