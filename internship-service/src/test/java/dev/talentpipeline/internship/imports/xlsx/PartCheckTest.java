package dev.talentpipeline.internship.imports.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartCheckTest {

    private static final long MIB = 1024L * 1024;

    /** Looks through a part that is called like none of a workbook. */
    private static void look(long bytes, String xml) {
        PartCheck check = new PartCheck("other.bin", bytes, false, new Merges());
        Tags tags = new Tags(check);
        byte[] read = xml.getBytes(UTF_8);
        tags.read(read, read.length);
        check.end(bytes);
    }

    @Test
    void whatAReaderKeepsOfAPartBoundsItWhateverItIsCalled() {
        assertThatNoException().isThrownBy(() -> look(32 * MIB, "<sst><si><t>学号</t></si></sst>"));
        assertThatNoException().isThrownBy(() -> look(900 * MIB, "<worksheet><sheetData><row/>"));
        assertThatThrownBy(() -> look(65 * MIB, "<sst/>")).hasMessageContaining("a part of 68157440 bytes (other.bin)");
        assertThatThrownBy(() -> look(33 * MIB, "<row/><x:si/>")).hasMessageContaining("a part of");
        assertThatThrownBy(() -> look(17 * MIB, "<styleSheet><cellXfs><xf/>")).hasMessageContaining("a part of");
        assertThatThrownBy(() -> look(17 * MIB, "<workbook><sheets><sheet/>")).hasMessageContaining("a part of");
    }

    @Test
    void aRowIsMeasuredToItsOwnEndAndEvenWithoutOne() {
        String long_ = "<row>" + "<c/>".repeat(10_000);

        assertThatNoException().isThrownBy(() -> look(MIB, long_ + "</row>" + long_ + "</row>"));
        assertThatThrownBy(() -> look(MIB, long_ + "<row>" + long_)).hasMessageContaining("beyond column XFD");
        assertThatThrownBy(() -> look(5 * MIB, "<row><c>")).hasMessageContaining("a row or a text of more than");
    }

    @Test
    void formulasOfSeveralCellsAreFew() {
        assertThatNoException().isThrownBy(() -> look(MIB, "<f t=\"shared\" si=\"0\"/>".repeat(20_001)));
        assertThatThrownBy(() -> look(MIB, "<f ref=\"A1:A9\">B1</f>".repeat(20_001)))
                .hasMessageContaining("more than 20000 formulas");
        assertThatThrownBy(() -> look(MIB, "<f ref=\"A1:A9\">" + "x".repeat(70_000) + "</f>"))
                .hasMessageContaining("formulas that are too long");
    }

    @Test
    void aDeclarationOfAnotherEncodingIsRefusedAndSoIsACharacterInALongerForm() {
        assertThatThrownBy(() -> look(MIB, "<?xml version='1.0' encoding='ISO-2022-JP'?><x/>"))
                .hasMessageContaining("not XML in UTF-8");
        assertThatNoException().isThrownBy(() -> look(MIB, "<?xml version='1.0' encoding='utf-8'?><x/>"));
        assertThatThrownBy(() -> new Tags(new PartCheck("x", 1, false, new Merges()))
                        .read(new byte[] {'<', (byte) 0xC1, (byte) 0xB3}, 3))
                .hasMessageContaining("not XML in UTF-8");
    }

    @Test
    void tagsAreThoseOfTheXmlAndNotOfItsTexts() {
        List<String> seen = new ArrayList<>();
        byte[] xml = "<a b='>' c=\"<d>\"><!-- <e> --><!----><![CDATA[<f>]]]]><?g <h> ?>学<i/></a>".getBytes(UTF_8);
        Tags tags = new Tags(new Tags.Listener() {
            @Override
            public void tag(String tag, long end) {
                seen.add(tag);
            }

            @Override
            public void tooLong(int bytes) {
                seen.add("too long");
            }

            @Override
            public void notUtf8() {
                seen.add("not UTF-8");
            }
        });

        for (byte b : xml) {
            tags.read(new byte[] {b}, 1);
        }

        assertThat(seen).containsExactly("a b='>' c=\"<d>\"", "?g <h> ?", "i/", "/a");
    }
}
