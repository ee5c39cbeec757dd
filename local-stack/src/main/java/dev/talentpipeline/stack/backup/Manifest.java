package dev.talentpipeline.stack.backup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.talentpipeline.stack.process.ProcessException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says about itself, as {@code manifest.json} in it.
 *
 * @param what always {@value #WHAT}
 * @param format of the file; a version of the platform reads its own and older ones
 * @param takenAt when topics and databases were as they are in it
 * @param platform version of the platform that took it
 * @param cluster id of the broker's cluster, which tells whether topics belong to the same system
 * @param positions by group and {@code topic-partition}, how far readers were when the topics were copied
 * @param directories every directory, also those that are empty
 * @param parts every file
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
        String what,
        int format,
        Instant takenAt,
        String platform,
        String cluster,
        Map<String, Map<String, Long>> positions,
        List<String> directories,
        List<PackedFile> parts) {

    static final String NAME = "manifest.json";
    static final String WHAT = "talent-pipeline-backup";
    static final int FORMAT = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * A file in a backup.
     *
     * @param name its path, with slashes
     * @param sha256 of its content, in hexadecimal digits
     */
    public record PackedFile(String name, long bytes, String sha256) {}

    /** Only what every format says: the rest of a newer one may look different. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Head(
            @Nullable String what, int format, @Nullable String platform) {}

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    /** Reads a manifest and refuses one that this version does not understand. */
    static Manifest read(byte[] json, String file) {
        try {
            Head head = JSON.readValue(json, Head.class);
            if (!WHAT.equals(head.what())) {
                throw BackupFile.noBackup(file, "its manifest is of something else");
            }
            if (head.format() > FORMAT) {
                throw new ProcessException(
                        "The format (%d) of %s must be at most %d. It was taken by version %s of the platform: restore it with that version."
                                .formatted(
                                        head.format(), file, FORMAT, Objects.requireNonNullElse(head.platform(), "?")));
            }
            return JSON.readValue(json, Manifest.class);
        } catch (JacksonException e) {
            throw BackupFile.noBackup(file, "its manifest cannot be read");
        }
    }
}
