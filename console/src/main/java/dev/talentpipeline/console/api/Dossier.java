package dev.talentpipeline.console.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a student shows of themselves, to whom they choose.
 *
 * @param name as a company reads it; null for the student themselves
 */
public record Dossier(
        @Nullable String name,
        @Nullable List<Link> links,
        @Nullable List<File> files,
        @Nullable List<Share> shares) {

    /** An address with its name. */
    public record Link(String label, String address) {}

    /** A file: CV or TRANSCRIPT. */
    public record File(
            String kind,
            @Nullable String contentType,
            @Nullable Integer bytes,
            @Nullable Instant uploadedAt) {}

    /** A meeting whose company may read it. */
    public record Share(
            String meeting,
            @Nullable String company,
            @Nullable Instant since) {}

    /** A reading of a part of it. */
    public record Read(
            @Nullable Instant at,
            @Nullable String company,
            @Nullable String part) {}

    public boolean isShownIn(String meeting) {
        return shares != null
                && shares.stream().anyMatch(share -> share.meeting().equals(meeting));
    }

    public @Nullable File file(String kind) {
        return files == null
                ? null
                : files.stream()
                        .filter(file -> file.kind().equals(kind))
                        .findFirst()
                        .orElse(null);
    }
}
