package dev.talentpipeline.notification.idempotency.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import org.jspecify.annotations.Nullable;

/** A request whose body was read whole, so that it can be hashed and read again. Bodies are bounded before they come here. */
final class RepeatableRequest extends HttpServletRequestWrapper {

    private final byte[] body;
    private final @Nullable IOException fault;

    private RepeatableRequest(HttpServletRequest request, byte[] body, @Nullable IOException fault) {
        super(request);
        this.body = body;
        this.fault = fault;
    }

    static RepeatableRequest of(HttpServletRequest request, byte[] body) {
        return new RepeatableRequest(request, body, null);
    }

    /** A request whose body could not be read to its end, and cannot be. */
    static RepeatableRequest broken(HttpServletRequest request, IOException fault) {
        return new RepeatableRequest(request, new byte[0], fault);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (fault != null) {
            throw fault;
        }
        var content = new ByteArrayInputStream(body);
        return new ServletInputStream() {

            @Override
            public int read() {
                return content.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return content.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return content.available() == 0;
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
}
