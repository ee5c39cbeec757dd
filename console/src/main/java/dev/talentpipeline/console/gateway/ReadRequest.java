package dev.talentpipeline.console.gateway;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body was read before. */
final class ReadRequest extends HttpServletRequestWrapper {

    private final ServletInputStream body;

    ReadRequest(HttpServletRequest request, ReadBody body) {
        super(request);
        this.body = new BodyStream(body.content(), body.bytes());
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private static final class BodyStream extends ServletInputStream {

        private final InputStream content;
        private long left;

        BodyStream(InputStream content, long bytes) {
            this.content = content;
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            int read = content.read();
            left -= read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = content.read(buffer, offset, length);
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public boolean isFinished() {
            return left == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is there already: read it.");
        }
    }
}
