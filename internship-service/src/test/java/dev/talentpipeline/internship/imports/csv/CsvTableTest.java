package dev.talentpipeline.internship.imports.csv;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.talentpipeline.internship.imports.Cell;
import dev.talentpipeline.internship.imports.Fault;
import dev.talentpipeline.internship.imports.Table;
import dev.talentpipeline.internship.imports.UnusableFileException;
import dev.talentpipeline.internship.imports.Workbooks;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    Path directory;

    private String read(byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve("file"), bytes);
        List<String> rows = new ArrayList<>();
        try (Table table = new CsvTables().open(Workbooks.source(file), new byte[0])) {
            rows.add(table.form().encoding() + " " + table.form().delimiter());
            table.rows()
                    .forEachRemaining(row -> rows.add(row.number() + "="
                            + String.join(
                                    "|",
                                    row.cells().stream()
                                            .map(cell -> ((Cell.Text) cell).text())
                                            .toList())));
        }
        return String.join(" ", rows);
    }

    private Fault refusal(byte[] bytes) {
        return catchThrowableOfType(UnusableFileException.class, () -> read(bytes))
                .fault();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            UTF-8   § 学号,姓名\\n001,𠀋      § UTF-8 , 1=学号|姓名 2=001|𠀋
            UTF-8   § \\uFEFF学号;姓名\\n1;a,b  § UTF-8 with BOM ; 1=学号|姓名 2=1|a,b
            GB18030 § 学号\\t姓名\\n1\\t𠀋   § GB18030 TAB 1=学号|姓名 2=1|𠀋
            UTF-8   § sep=;\\na;b\\n1;2    § UTF-8 ; 1= 2=a|b 3=1|2
            """)
    void findsEncodingAndDelimiter(String encoding, String text, String expected) throws IOException {
        String file = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\uFEFF", "\uFEFF");

        assertThat(read(file.getBytes(Charset.forName(encoding)))).isEqualTo(expected);
    }

    @Test
    void aCellInQuotationMarksMayHoldDelimitersLinesAndQuotationMarks() throws IOException {
        assertThat(read("a,b\r\n\"1,\n2\",\"say \"\"x\"\"\"\r\n\r\n3,4".getBytes(UTF_8)))
                .isEqualTo("UTF-8 , 1=a|b 2=1,\n2|say \"x\" 3= 4=3|4");
    }

    @Test
    void whatIsWrittenInNoKnownWayIsRefusedWithItsLine() {
        byte[] broken = "学号,姓名\n1,王\n2,".getBytes(GB18030);
        byte[] cut = Arrays.copyOf(broken, broken.length + 1);
        cut[broken.length] = (byte) 0xFF;

        assertThat(refusal(cut)).extracting(Fault::type, Fault::row).containsExactly("wrong-encoding", 3);
        assertThat(refusal("学号,姓名\n1,王\n".getBytes(UTF_16)))
                .extracting(Fault::type, Fault::detail)
                .containsExactly("wrong-encoding", "The file is written in UTF-16.");
    }

    @Test
    void whatNobodyWritesInGb18030IsOfAnotherEncoding() {
        byte[] strange = "学号,姓名\n1,王\n2,".getBytes(GB18030);
        byte[] cut = Arrays.copyOf(strange, strange.length + 2);
        cut[strange.length] = (byte) 0xAA;
        cut[strange.length + 1] = (byte) 0xA1;

        assertThat(refusal(cut)).extracting(Fault::type, Fault::row).containsExactly("wrong-encoding", 3);
    }

    @Test
    void aQuotationMarkThatIsLeftOpenIsRefusedWithItsRow() {
        assertThat(refusal("a,b\n1,2\n3,\"4\n5,6\n".getBytes(UTF_8)))
                .extracting(Fault::type, Fault::row)
                .containsExactly("broken-row", 3);
    }
}
