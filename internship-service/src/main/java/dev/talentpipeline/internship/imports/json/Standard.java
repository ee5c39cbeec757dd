package dev.talentpipeline.internship.imports.json;

import dev.talentpipeline.internship.imports.Cell;
import dev.talentpipeline.internship.imports.json.Document.Part;
import dev.talentpipeline.kit.cell.Guard;
import dev.talentpipeline.kit.cell.Items;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A published form of documents, and what of it goes into which column. */
interface Standard {

    /** Its name. */
    String name();

    /** Where it says each field, by field; what it has no word for is said in the extension. */
    Map<String, String> paths();

    /** Where whatever the standard has no word for may be said, under the names of the API. */
    String extension();

    /** The documents of the form in the file; what else the file holds is counted by its path. */
    List<JsonNode> documents(JsonNode file, Map<String, Integer> leftOut);

    /** What the document says, by field. */
    Map<String, Cell> read(Document document);

    /** The text as it stands, whatever it begins with; null is nothing. */
    static Cell text(@Nullable String text) {
        return text == null ? Cell.blank() : new Cell.Text(Guard.where(text));
    }

    /** What the extension says of a field: a text, a number, yes or no, or a list of texts or of skills with their levels. */
    static Cell extended(Part field) {
        BigDecimal number = field.number();
        Boolean yes = field.yesNo();
        if (number != null) {
            field.take();
            return new Cell.Quantity(number, 0);
        }
        if (yes != null) {
            field.take();
            return new Cell.YesNo(yes);
        }
        if (field.glimpse() != null) {
            return text(field.text());
        }
        List<String> items = new ArrayList<>();
        for (Part item : field.list()) {
            String level = item.isObject() ? item.at("level").code() : null;
            String text = item.isObject() ? item.at("id").text() : item.text();
            if (text != null) {
                items.add(level == null ? text : text + ":" + level);
            }
        }
        return text(items.isEmpty() ? null : Items.join(items));
    }
}
