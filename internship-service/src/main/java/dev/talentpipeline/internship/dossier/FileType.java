package dev.talentpipeline.internship.dossier;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What a file of a dossier may be, told by its first bytes and by nothing that its sender says. */
public enum FileType {
    PDF("application/pdf", "pdf", "255044462d"),
    PNG("image/png", "png", "89504e470d0a1a0a"),
    JPEG("image/jpeg", "jpg", "ffd8ff");

    private static final int MOST_LOOKED_AT = 8;

    private final String mediaType;
    private final String suffix;
    /** The first bytes, in hexadecimal. */
    private final String beginning;

    FileType(String mediaType, String suffix, String beginning) {
        this.mediaType = mediaType;
        this.suffix = suffix;
        this.beginning = beginning;
    }

    public String mediaType() {
        return mediaType;
    }

    public String suffix() {
        return suffix;
    }

    /** The type of the content; empty if it is none of these. */
    static Optional<FileType> of(byte[] content) {
        String first = HexFormat.of().formatHex(content, 0, Math.min(content.length, MOST_LOOKED_AT));
        return Arrays.stream(values())
                .filter(type -> first.startsWith(type.beginning))
                .findFirst();
    }
}
