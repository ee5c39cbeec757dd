package dev.talentpipeline.internship.imports;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files of imports that wait to be committed, to be read again where somebody says what their columns are. They end with their imports. */
public interface KeptFiles {

    /**
     * A file.
     *
     * @param content read part by part while the stream is
     * @param anchor what its only row is known by, where the file does not say; null: the file does
     */
    record Kept(InputStream content, @Nullable String anchor) {}

    void keep(UUID id, Path file, @Nullable String anchor);

    /** The file; empty where it is not kept, or not any more, as after an erasure. */
    Optional<Kept> find(UUID id);
}
