package dev.talentpipeline.internship.outbox.postgres;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Wakes the relay, in whichever instance it works, by NOTIFY. A NOTIFY inside a writing transaction would make PostgreSQL commit such
 * transactions one at a time; so it is sent after the commit, by one thread, and rings during a ring are one. A ring that is lost costs
 * one pause of the relay's slow poll.
 */
@Component
final class Doorbell implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);

    private final JdbcTemplate jdbc;
    private final AtomicBoolean rung = new AtomicBoolean();
    private final ExecutorService ringer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("outbox-doorbell").factory());

    Doorbell(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void ring() {
        if (rung.compareAndSet(false, true)) {
            ringer.execute(this::send);
        }
    }

    private void send() {
        rung.set(false);
        try {
            jdbc.execute("notify outbox");
        } catch (DataAccessException e) {
            LOG.warn("The outbox relay is not woken and will find new events by its slow poll: {}", e.getMessage());
        }
    }

    @Override
    public void destroy() {
        ringer.shutdown();
    }
}
