package dev.talentpipeline.console.live;

import dev.talentpipeline.console.api.ApiPath;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SessionTokens;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.services.Service;
import dev.talentpipeline.console.services.ServiceClient;
import dev.talentpipeline.console.services.ServiceFault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Hands what is told of a programme's changes, and of what comes into an inbox, on to a page, with the rights of its session. A stream ends with the session's
 * token, within a minute; the browser comes back by itself, and with that the session is looked at again.
 */
@Controller
final class LiveController {

    private static final Logger log = LoggerFactory.getLogger(LiveController.class);

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final int MOST_AT_ONCE_BYTES = 4096;

    private final ServiceClient services;
    private final SessionTokens tokens;
    private final LiveStreams streams;

    LiveController(ServiceClient services, SessionTokens tokens, LiveStreams streams) {
        this.services = services;
        this.tokens = tokens;
        this.streams = streams;
    }

    /** Whoever is not signed in is not led to the sign-in page: no person asked for this. */
    @GetMapping("/live/programmes/{programme}")
    void follow(
            @AuthenticationPrincipal @Nullable SignedIn signedIn,
            HttpServletRequest request,
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId,
            HttpServletResponse response)
            throws IOException {
        ApiPath path = ApiPath.of("programmes", programme, "changes");
        follow(
                signedIn,
                request,
                Service.INTERNSHIP,
                path.with("since", since).with("after", after),
                lastEventId,
                response);
    }

    @GetMapping("/live/notices")
    void followInbox(
            @AuthenticationPrincipal @Nullable SignedIn signedIn,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId,
            HttpServletResponse response)
            throws IOException {
        ApiPath path = ApiPath.of("notices", "stream");
        follow(
                signedIn,
                request,
                Service.NOTIFICATION,
                path.with("since", since).with("after", after),
                lastEventId,
                response);
    }

    private void follow(
            @Nullable SignedIn signedIn,
            HttpServletRequest request,
            Service service,
            ApiPath path,
            @Nullable String lastEventId,
            HttpServletResponse response)
            throws IOException {
        HttpSession session = request.getSession(false);
        if (signedIn == null || session == null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        try {
            HttpResponse<InputStream> stream =
                    services.open(service, path.encoded(), headers(signedIn.identity(), lastEventId));
            relay(stream, session.getId(), response);
        } catch (ServiceFault e) {
            response.setStatus(e.problem().status());
        }
    }

    private Map<String, String> headers(Identity caller, @Nullable String lastEventId) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.bearerTokenOf(caller));
        headers.put(HttpHeaders.ACCEPT, MediaType.TEXT_EVENT_STREAM_VALUE);
        if (lastEventId != null) {
            headers.put(LAST_EVENT_ID, lastEventId);
        }
        return headers;
    }

    private void relay(HttpResponse<InputStream> stream, String session, HttpServletResponse response)
            throws IOException {
        response.setStatus(stream.statusCode());
        try (InputStream events = stream.body()) {
            if (stream.statusCode() != HttpStatus.OK.value()) {
                return;
            }
            streams.add(session, events);
            try {
                relay(events, response);
            } finally {
                streams.remove(session, events);
            }
        }
    }

    private static void relay(InputStream events, HttpServletResponse response) {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        byte[] buffer = new byte[MOST_AT_ONCE_BYTES];
        try {
            OutputStream page = response.getOutputStream();
            for (int read = events.read(buffer); read >= 0; read = events.read(buffer)) {
                page.write(buffer, 0, read);
                page.flush();
            }
        } catch (IOException e) {
            log.debug("A stream was broken off.", e);
        }
    }
}
