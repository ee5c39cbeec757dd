package dev.talentpipeline.kit.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body was read whole, so that it can be hashed and read again. A long body is kept in a file that has no name any more, so
 * that nothing of it stays, however the process ends.
 */
final class RepeatableRequest extends HttpServletRequestWrapper implements Closeable {

    private static final int LONGEST_IN_MEMORY_BYTES = 1024 * 1024;

    private final byte[] body;
    private final @Nullable FileChannel file;

    private RepeatableRequest(HttpServletRequest request, byte[] body, @Nullable FileChannel file) {
        super(request);
        this.body = body;
        this.file = file;
    }

    static RepeatableRequest of(HttpServletRequest request) throws IOException {
        InputStream content = request.getInputStream();
        byte[] beginning = content.readNBytes(LONGEST_IN_MEMORY_BYTES);
        return beginning.length < LONGEST_IN_MEMORY_BYTES
                ? new RepeatableRequest(request, beginning, null)
                : new RepeatableRequest(request, new byte[0], filed(beginning, content));
    }

    private static FileChannel filed(byte[] beginning, InputStream rest) throws IOException {
        Path path = Files.createTempFile("request-", null);
        FileChannel file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            OutputStream out = Channels.newOutputStream(file);
            out.write(beginning);
            rest.transferTo(out);
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    void digest(MessageDigest digest) throws IOException {
        try (InputStream content = content()) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
    }

    /** The body from its beginning; closing it does not close the file. */
    private InputStream content() throws IOException {
        FileChannel kept = file;
        if (kept == null) {
            return new ByteArrayInputStream(body);
        }
        kept.position(0);
        InputStream content = new BufferedInputStream(Channels.newInputStream(kept), 64 * 1024);
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return content.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return content.read(target, offset, length);
            }

            @Override
            public int available() throws IOException {
                return content.available();
            }
        };
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        InputStream content = content();
        return new ServletInputStream() {

            private boolean finished;

            @Override
            public int read() throws IOException {
                int read = content.read();
                finished |= read < 0;
                return read;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = content.read(target, offset, length);
                finished |= read < 0;
                return read;
            }

            @Override
            public int available() throws IOException {
                return content.available();
            }

            @Override
            public boolean isFinished() {
                return finished;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("The body is read by blocking only.");
            }
        };
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), UTF_8));
    }

    @Override
    public void close() throws IOException {
        FileChannel kept = file;
        if (kept != null) {
            kept.close();
        }
    }
}
