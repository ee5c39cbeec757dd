package dev.talentpipeline.kit.exports;

import dev.talentpipeline.kit.listing.Chosen;
import dev.talentpipeline.kit.listing.Listed;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A list that is being written, part by part. */
interface ListFile {

    void add(Listed<?> part) throws IOException;

    void end() throws IOException;

    /** As a table. */
    static ListFile table(Sheet sheet, ListColumns columns, JsonMapper mapper) {
        return new ListFile() {

            @Override
            public void add(Listed<?> part) throws IOException {
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

    /**
     * As the answer to somebody who asked for a page without end.
     *
     * @param fields that each item has; null: all
     */
    static ListFile json(OutputStream out, JsonMapper mapper, @Nullable Chosen fields) {
        JsonGenerator json = mapper.createGenerator(out);
        json.writeStartObject();
        json.writeArrayPropertyStart("items");
        return new ListFile() {

            @Override
            public void add(Listed<?> part) {
                for (Object item : part.items()) {
                    if (fields != null && mapper.valueToTree(item) instanceof ObjectNode whole) {
                        json.writePOJO(whole.retain(fields.names()));
                    } else {
                        json.writePOJO(item);
                    }
                }
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
