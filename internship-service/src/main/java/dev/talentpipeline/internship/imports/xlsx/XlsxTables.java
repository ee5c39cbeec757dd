package dev.talentpipeline.internship.imports.xlsx;

import dev.talentpipeline.internship.imports.Table;
import java.io.IOException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens workbooks, of which the first visible sheet is read. Those of Excel before 2007 are known, to say what to do with them. */
@Component
@Order(0)
final class XlsxTables implements Table.Opener {

    @Override
    public boolean takes(byte[] beginning) {
        return ReadableWorkbook.isOOXMLZipHeader(beginning) || ReadableWorkbook.isOLE2Header(beginning);
    }

    @Override
    public Table open(Table.Source source, byte[] beginning) throws IOException {
        if (ReadableWorkbook.isOLE2Header(beginning)) {
            throw WorkbookCheck.unusable(
                    "unreadable-file",
                    "The file is a workbook of Excel before 2007, or is protected by a password.",
                    "Save it as XLSX without a password, or as CSV UTF-8.");
        }
        return new XlsxTable(source.file(), WorkbookCheck.check(source.file()));
    }
}
