package dev.talentpipeline.internship.imports.csv;

import dev.talentpipeline.internship.imports.Table;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens texts with delimiters: whatever nobody else opens, after its encoding and its quotation marks were checked to the end. */
@Component
@Order
final class CsvTables implements Table.Opener {

    @Override
    public boolean takes(byte[] beginning) {
        return true;
    }

    @Override
    public Table open(Table.Source source, byte[] beginning) throws IOException {
        return new CsvTable(source.file(), TextForm.of(source.file()));
    }
}
