package dev.talentpipeline.console.gateway;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A body that was read before it is sent on. A long one is kept in a file that has no name any more, so that many of them at once do not fill
 * the memory, and nothing of it stays, however the process ends.
 *
 * @param bytes how many there are
 * @param content where they can be read, once
 */
record ReadBody(long bytes, InputStream content, @Nullable FileChannel file) implements Closeable {

    private static final int LONGEST_IN_MEMORY_BYTES = 1024 * 1024 + 1;

    /** Reads the body, but no more of it than so many bytes. */
    static ReadBody of(InputStream body, int mostBytes) throws IOException {
        byte[] beginning = body.readNBytes(Math.min(mostBytes, LONGEST_IN_MEMORY_BYTES));
        return beginning.length < LONGEST_IN_MEMORY_BYTES
                ? new ReadBody(beginning.length, new ByteArrayInputStream(beginning), null)
                : filed(beginning, body, mostBytes);
    }

    private static ReadBody filed(byte[] beginning, InputStream rest, int mostBytes) throws IOException {
        Path path = Files.createTempFile("request-", null);
        FileChannel file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            OutputStream out = Channels.newOutputStream(file);
            out.write(beginning);
            byte[] buffer = new byte[64 * 1024];
            long bytes = beginning.length;
            while (bytes < mostBytes) {
                int read = rest.read(buffer, 0, (int) Math.min(buffer.length, mostBytes - bytes));
                if (read < 0) {
                    break;
                }
                out.write(buffer, 0, read);
                bytes += read;
            }
            file.position(0);
            return new ReadBody(bytes, Channels.newInputStream(file), file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        FileChannel kept = file;
        if (kept != null) {
            kept.close();
        }
    }
}
