package dev.talentpipeline.internship.imports.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.internship.imports.Findings;
import dev.talentpipeline.internship.imports.Template;
import org.springframework.stereotype.Component;

/** Templates as CSV, with the byte order mark by which Excel knows UTF-8. */
@Component
final class CsvTemplates implements Template.Writer {

    @Override
    public Findings.Format format() {
        return Findings.Format.CSV;
    }

    @Override
    public byte[] write(Template template) {
        return ("\uFEFF" + String.join(",", template.names()) + "\r\n").getBytes(UTF_8);
    }
}
