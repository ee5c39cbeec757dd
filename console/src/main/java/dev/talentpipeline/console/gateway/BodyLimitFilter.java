package dev.talentpipeline.console.gateway;

import dev.talentpipeline.console.problem.Problem;
import dev.talentpipeline.console.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body over the limit, whether or not its length is announced. A body within it is read before it is sent on, so
 * that a service never waits for a slow caller and a call that was cut off never arrives half.
 *
 * <p>Stands behind the security filters: only somebody who shows a token or a session can make the console read anything.
 */
@Component
@Order(0)
final class BodyLimitFilter extends OncePerRequestFilter {

    private static final Pattern IMPORTS = Pattern.compile("/api/v1/programmes/[^/]+/imports");
    private static final Pattern FILES = Pattern.compile("/api/v1/people/[^/]+/dossier/files/[^/]+");

    private final Problems problems;
    private final int usualLimitBytes;
    private final int fileLimitBytes;
    private final int importLimitBytes;

    BodyLimitFilter(Problems problems, GatewayProperties properties) {
        this.problems = problems;
        this.usualLimitBytes = Math.toIntExact(properties.bodyLimit().toBytes());
        this.fileLimitBytes = Math.toIntExact(properties.fileLimit().toBytes());
        this.importLimitBytes = Math.toIntExact(properties.importLimit().toBytes());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean hasBody =
                request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        return !hasBody || !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limitBytes = limitBytes(request.getRequestURI());
        if (request.getContentLengthLong() > limitBytes) {
            refuse(limitBytes, request, response);
            return;
        }
        try (ReadBody body = ReadBody.of(request.getInputStream(), limitBytes + 1)) {
            if (body.bytes() > limitBytes) {
                refuse(limitBytes, request, response);
                return;
            }
            chain.doFilter(new ReadRequest(request, body), response);
        }
    }

    private int limitBytes(String path) {
        if (IMPORTS.matcher(path).matches()) {
            return importLimitBytes;
        }
        return FILES.matcher(path).matches() ? fileLimitBytes : usualLimitBytes;
    }

    private void refuse(int limitBytes, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem tooLarge = Problem.of(
                        413, "body-too-large", "The body of a call must not exceed " + limitBytes + " bytes.")
                .with("limitBytes", limitBytes)
                .remedy("Send the entries in several calls.");
        // What is left of the body is not worth reading, so the connection cannot be used again.
        response.setHeader(HttpHeaders.CONNECTION, "close");
        problems.write(tooLarge, request, response);
    }
}
