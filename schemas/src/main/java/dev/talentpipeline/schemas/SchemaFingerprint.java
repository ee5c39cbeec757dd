package dev.talentpipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * By which a schema is known without the registry: the first half of the SHA-256 of its text as the registry has it. Avro's own fingerprints leave out defaults and words, by which versions may
 * differ.
 */
public final class SchemaFingerprint {

    private static final int BYTES = 16;

    private static final Map<String, String> COMPILED = Topics.ALL.stream()
            .collect(Collectors.toUnmodifiableMap(
                    Topic::name, topic -> of(SpecificData.get().getSchema(topic.type()))));

    private SchemaFingerprint() {}

    public static String of(Schema schema) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(schema.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Of the schema as which this code reads the topic. */
    public static String compiledFor(Topic<?> topic) {
        String known = COMPILED.get(topic.name());
        if (known == null) {
            throw new IllegalArgumentException(
                    "topic (%s) must be one of the catalogue. Maybe it holds dead letters?".formatted(topic.name()));
        }
        return known;
    }
}
