package dev.talentpipeline.internship.offer.postgres;

import dev.talentpipeline.internship.offer.DeliveredNotices;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresDeliveredNotices implements DeliveredNotices {

    private final JdbcClient jdbc;

    PostgresDeliveredNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean toldOf(UUID offer, Instant at) {
        return jdbc.sql("insert into offer_told (offer, at) values (?, ?) on conflict do nothing")
                        .param(offer)
                        .param(Rows.time(at))
                        .update()
                == 1;
    }

    @Override
    public boolean isToldOf(UUID offer) {
        return jdbc.sql("select exists (select from offer_told where offer = ?)")
                .param(offer)
                .query(Boolean.class)
                .single();
    }
}
