package dev.talentpipeline.schemas;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** Compares two versions of a schema in both directions and says which field breaks which rule. */
final class Compatibility {

    private Compatibility() {}

    /** What breaks between a released version and the current one; empty where each can read the other. */
    static List<String> breaches(String release, Schema released, Schema current) {
        List<String> breaches = new ArrayList<>();
        describe(breaches, "current cannot read " + release + " (BACKWARD)", current, released);
        describe(breaches, release + " cannot read current (FORWARD)", released, current);
        return breaches;
    }

    private static void describe(List<String> breaches, String direction, Schema reader, Schema writer) {
        for (Incompatibility breach : SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()) {
            breaches.add("%s: %s, rule %s, field %s: %s"
                    .formatted(
                            reader.getName(),
                            direction,
                            breach.getType(),
                            field(reader, breach.getLocation()),
                            breach.getMessage()));
        }
    }

    /** The path of field names behind a location such as {@code /fields/3/type}. */
    private static String field(Schema root, String location) {
        StringBuilder path = new StringBuilder(root.getName());
        Schema at = root;
        String[] steps = location.split("/", -1);
        for (int i = 1; i + 1 < steps.length; i++) {
            if (steps[i].equals("fields")) {
                Schema.Field field = at.getFields().get(Integer.parseInt(steps[++i]));
                path.append('.').append(field.name());
                at = field.schema();
            } else if (at.getType() == Schema.Type.ARRAY) {
                at = at.getElementType();
            } else if (at.getType() == Schema.Type.MAP) {
                at = at.getValueType();
            } else if (at.getType() == Schema.Type.UNION && steps[i].chars().allMatch(Character::isDigit)) {
                at = at.getTypes().get(Integer.parseInt(steps[i]));
            }
            if (at.getType() != Schema.Type.RECORD) {
                Schema element = at.getType() == Schema.Type.ARRAY ? at.getElementType() : at;
                at = element.getType() == Schema.Type.RECORD ? element : at;
            }
        }
        return path.toString();
    }
}
