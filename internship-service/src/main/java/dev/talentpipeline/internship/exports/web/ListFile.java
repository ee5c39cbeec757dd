package dev.talentpipeline.internship.exports.web;

import dev.talentpipeline.internship.exports.Sheet;
import dev.talentpipeline.internship.resource.web.Listing;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** A list that is being written, part by part. */
interface ListFile {

    void add(Listing<?> part) throws IOException;

    void end() throws IOException;

    /** As a table. */
    static ListFile table(Sheet sheet, ListColumns columns, JsonMapper mapper) {
        return new ListFile() {

            @Override
            public void add(Listing<?> part) throws IOException {
                for (Object item : part.items()) {
                    sheet.row(columns.cells(mapper.valueToTree(item)));
                }
                sheet.flush();
            }

            @Override
            public void end() throws IOException {
                sheet.end();
            }
        };
    }

    /** As the answer to somebody who asked for a page without end. */
    static ListFile json(OutputStream out, JsonMapper mapper) {
        JsonGenerator json = mapper.createGenerator(out);
        json.writeStartObject();
        json.writeArrayPropertyStart("items");
        return new ListFile() {

            @Override
            public void add(Listing<?> part) {
                part.items().forEach(json::writePOJO);
                json.flush();
            }

            @Override
            public void end() {
                json.writeEndArray();
                json.writeNullProperty("next");
                json.writeEndObject();
                json.flush();
            }
        };
    }
}
