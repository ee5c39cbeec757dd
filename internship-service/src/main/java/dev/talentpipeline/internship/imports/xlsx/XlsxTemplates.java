package dev.talentpipeline.internship.imports.xlsx;

import dev.talentpipeline.internship.imports.Findings;
import dev.talentpipeline.internship.imports.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** Templates as workbooks: a sheet to fill in, whose columns are texts so that nothing is made a number or a date, and a sheet of notes. */
@Component
final class XlsxTemplates implements Template.Writer {

    static final String NOTES = "NOTES";

    private static final int ROWS_AS_TEXT = 2_000;
    private static final double WIDTH = 18;

    @Override
    public Findings.Format format() {
        return Findings.Format.XLSX;
    }

    @Override
    public byte[] write(Template template) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Talent Pipeline", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(template.title());
            List<String> names = template.names();
            for (int i = 0; i < names.size(); i++) {
                sheet.value(0, i, names.get(i));
                sheet.width(i, WIDTH);
            }
            sheet.range(0, 0, 0, names.size() - 1).style().bold().set();
            sheet.range(1, 0, ROWS_AS_TEXT, names.size() - 1)
                    .style()
                    .format("@")
                    .set();
            sheet.freezePane(0, 1);
            Worksheet notes = workbook.newWorksheet(NOTES);
            for (int i = 0; i < template.notes().size(); i++) {
                Template.Note note = template.notes().get(i);
                notes.value(i, 0, note.name());
                notes.value(i, 1, note.field());
                notes.value(i, 2, note.form());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
