package dev.talentpipeline.internship.offer.postgres;

import dev.talentpipeline.internship.offer.DeliveredNotices;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
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
    public Set<UUID> toldOf(Map<UUID, Instant> offers) {
        if (offers.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("""
                        insert into offer_told (offer, at)
                        select offer, at from unnest(:offers::uuid[], :times::timestamptz[]) told (offer, at) order by offer
                        on conflict do nothing returning offer
                        """)
                .param("offers", offers.keySet().stream().map(UUID::toString).toArray(String[]::new))
                .param("times", offers.values().stream().map(Instant::toString).toArray(String[]::new))
                .query((row, number) -> Rows.id(row, "offer"))
                .set();
    }

    @Override
    public boolean isToldOf(UUID offer) {
        return jdbc.sql("select exists (select from offer_told where offer = ?)")
                .param(offer)
                .query(Boolean.class)
                .single();
    }
}
