package dev.talentpipeline.internship.imports.postgres;

import dev.talentpipeline.internship.imports.KeptFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files in parts, so that memory holds one part whatever the size of the file. */
@Component
final class PostgresKeptFiles implements KeptFiles {

    private static final int PART_BYTES = 1 << 20;

    private final JdbcClient jdbc;

    PostgresKeptFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(UUID id, Path file, @Nullable String anchor) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(PART_BYTES);
            for (int part = 0; bytes.length > 0; part++) {
                jdbc.sql("insert into import_file (import, part, content, anchor) values (?, ?, ?, ?)")
                        .param(id)
                        .param(part)
                        .param(bytes)
                        .param(anchor)
                        .update();
                bytes = content.readNBytes(PART_BYTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Kept> find(UUID id) {
        return jdbc.sql("select anchor from import_file where import = ? and part = 0")
                .param(id)
                .query((row, number) -> new Kept(new Parts(id), row.getString("anchor")))
                .optional();
    }

    /** The parts one after the other. Used by one thread. */
    private final class Parts extends InputStream {

        private final UUID id;
        private int next;
        private @Nullable InputStream part = InputStream.nullInputStream();

        Parts(UUID id) {
            this.id = id;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            while (part != null) {
                int read = part.read(bytes, from, most);
                if (read >= 0) {
                    return read;
                }
                part = jdbc.sql("select content from import_file where import = ? and part = ?")
                        .params(id, next++)
                        .query((row, number) -> (InputStream) new ByteArrayInputStream(row.getBytes("content")))
                        .optional()
                        .orElse(null);
            }
            return -1;
        }
    }
}
