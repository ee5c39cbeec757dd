package dev.talentpipeline.internship.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a student shows of themselves: it is theirs, in whatever programme.
 *
 * @param name of the person, as their university entered it
 * @param files at most one of each kind
 */
public record Dossier(UUID person, String name, List<Link> links, List<FileFacts> files) {

    public Dossier {
        links = List.copyOf(links);
        files = List.copyOf(files);
    }

    /** Something of theirs on the web. */
    public record Link(String label, String address) {}

    /** What a file is. */
    public enum FileKind {
        CV,
        TRANSCRIPT
    }

    /**
     * A file, without its content.
     *
     * @param sha256 of the content, in hexadecimal
     */
    public record FileFacts(FileKind kind, FileType type, int bytes, String sha256, Instant uploadedAt) {}

    /** A file with its content. */
    public record File(FileFacts facts, Content content) {}

    /** Bytes that nobody changes. */
    public static final class Content {

        private final byte[] bytes;

        public Content(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** That the dossier may be read in a meeting, since when. */
    public record Share(UUID meeting, String company, Instant since) {}

    /** What of a dossier was read. */
    public enum Part {
        /** Name, links, and which files there are. */
        OVERVIEW,
        CV,
        TRANSCRIPT;

        static Part of(FileKind kind) {
            return switch (kind) {
                case CV -> CV;
                case TRANSCRIPT -> TRANSCRIPT;
            };
        }
    }

    /** One reading by a company. */
    public record Reading(UUID person, String company, UUID meeting, Part part, Instant at) {}
}
