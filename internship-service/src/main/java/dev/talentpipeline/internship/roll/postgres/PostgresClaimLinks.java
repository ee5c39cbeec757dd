package dev.talentpipeline.internship.roll.postgres;

import dev.talentpipeline.internship.resource.postgres.Batch;
import dev.talentpipeline.internship.resource.postgres.Rows;
import dev.talentpipeline.internship.roll.ClaimLink;
import dev.talentpipeline.internship.roll.ClaimLinks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresClaimLinks implements ClaimLinks {

    private final JdbcClient jdbc;

    PostgresClaimLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ClaimLink> find(String hash) {
        return jdbc.sql("select hash, entry, expires_at from roll_link where hash = ?")
                .param(hash)
                .query((row, number) ->
                        new ClaimLink(row.getString("hash"), Rows.id(row, "entry"), Rows.instant(row, "expires_at")))
                .optional();
    }

    @Override
    public void addAll(List<ClaimLink> all) {
        Batch<ClaimLink> batch = new Batch<>(all);
        batch.write(
                jdbc,
                "insert into roll_link (hash, entry, expires_at) select * from unnest(?, ?, ?::timestamptz[])",
                List.of(batch.texts(ClaimLink::hash), batch.ids(ClaimLink::entry), batch.times(ClaimLink::expiresAt)));
    }

    @Override
    public int forget(UUID entry) {
        return jdbc.sql("delete from roll_link where entry = ?").param(entry).update();
    }

    @Override
    public void forgetExpired(Instant by) {
        jdbc.sql("delete from roll_link where expires_at <= ?")
                .param(Rows.time(by))
                .update();
    }
}
