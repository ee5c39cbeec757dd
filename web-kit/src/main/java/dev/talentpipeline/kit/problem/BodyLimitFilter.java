package dev.talentpipeline.kit.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body over the limit: at once where its length is announced, while reading where it is not. */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final DataSize usual;
    private final List<BodyAllowance> allowances;
    private final ProblemWriter problems;

    BodyLimitFilter(DataSize usual, List<BodyAllowance> allowances, ProblemWriter problems) {
        this.usual = usual;
        this.allowances = List.copyOf(allowances);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DataSize limit = limit(request.getRequestURI());
        if (request.getContentLengthLong() > limit.toBytes()) {
            problems.write(tooLarge(limit), request, response);
        } else {
            chain.doFilter(new LimitedRequest(request, limit), response);
        }
    }

    private DataSize limit(String path) {
        return allowances.stream()
                .filter(allowance -> allowance.isFor(path))
                .map(BodyAllowance::limit)
                .findFirst()
                .orElse(usual);
    }

    static Problem tooLarge(DataSize limit) {
        return Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "The body must not exceed %d bytes.".formatted(limit.toBytes()))
                .remedy("Send less at a time.");
    }

    /** Thrown while a body is read whose length was not announced. */
    static final class BodyTooLargeException extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient DataSize limit;

        BodyTooLargeException(DataSize limit) {
            super("body over %d bytes".formatted(limit.toBytes()));
            this.limit = limit;
        }

        DataSize limit() {
            return limit;
        }
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final DataSize limit;

        LimitedRequest(HttpServletRequest request, DataSize limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), limit);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream in;
        private final DataSize limit;
        private long readBytes;

        LimitedStream(ServletInputStream in, DataSize limit) {
            this.in = in;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws BodyTooLargeException {
            readBytes += bytes;
            if (readBytes > limit.toBytes()) {
                throw new BodyTooLargeException(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
