package dev.talentpipeline.internship.resource.postgres;

import java.sql.SQLException;
import java.util.Map;
import org.postgresql.util.PGobject;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Domain records as {@code jsonb} documents. The mapper is the database's own, so that a setting for HTTP never changes what is stored, and
 * it passes over fields that a later version removed.
 */
public final class Documents {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Documents() {}

    /** The record as a parameter of a statement. */
    public static Object write(Object record) {
        PGobject document = new PGobject();
        document.setType("jsonb");
        try {
            document.setValue(text(record));
        } catch (SQLException e) {
            throw new IllegalStateException("A jsonb value takes any text.", e);
        }
        return document;
    }

    /** The record as the text of a document. */
    public static String text(Object record) {
        return MAPPER.writeValueAsString(record);
    }

    public static <T> T read(String document, Class<T> type) {
        return MAPPER.readValue(document, type);
    }

    /** Any document as names and values. */
    public static Map<String, Object> readMap(String document) {
        return MAPPER.readValue(document, new TypeReference<>() {});
    }
}
