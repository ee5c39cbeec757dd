package dev.talentpipeline.notification.inbox.postgres;

import dev.talentpipeline.kit.database.DatabaseTail;
import dev.talentpipeline.notification.inbox.InboxBell;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Carries what the database says of inboxes to the bell of this instance. After a time without it the bell rings for everybody. */
final class InboxTail implements DatabaseTail.Carrier {

    /** So soon it sees that it is to stop. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final InboxBell bell;
    private @Nullable PGConnection listening;

    InboxTail(InboxBell bell) {
        this.bell = bell;
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        try (Statement listen = connection.createStatement()) {
            listen.execute("listen inbox");
        }
        listening = connection.unwrap(PGConnection.class);
        bell.ringForAll();
    }

    @Override
    public void carry() throws SQLException {
        PGConnection connection = listening;
        if (connection == null) {
            throw new IllegalStateException("What is carried must have been begun.");
        }
        PGNotification[] rung = connection.getNotifications(Math.toIntExact(LOOK.toMillis()));
        if (rung != null) {
            for (PGNotification each : rung) {
                bell.ring(each.getParameter());
            }
        }
    }

    @Override
    public void stop() {
        bell.stop();
    }
}
