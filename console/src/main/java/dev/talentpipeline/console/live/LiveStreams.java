package dev.talentpipeline.console.live;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The streams that sessions follow: each ends with its session, and all end before the server waits for its requests. Safe for many threads. */
@Component
final class LiveStreams implements HttpSessionListener, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);

    private final Map<String, Set<InputStream>> ofSessions = new ConcurrentHashMap<>();
    private volatile boolean running;

    void add(String session, InputStream stream) {
        ofSessions.compute(session, (id, streams) -> {
            Set<InputStream> more = streams == null ? ConcurrentHashMap.newKeySet() : streams;
            more.add(stream);
            return more;
        });
    }

    void remove(String session, InputStream stream) {
        ofSessions.computeIfPresent(session, (id, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        end(event.getSession().getId());
    }

    private void end(String session) {
        Set<InputStream> streams = ofSessions.remove(session);
        if (streams != null) {
            streams.forEach(LiveStreams::close);
        }
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            log.debug("A stream that ends was gone already.", e);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        ofSessions.keySet().forEach(this::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
