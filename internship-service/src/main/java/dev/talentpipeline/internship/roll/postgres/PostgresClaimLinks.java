package dev.talentpipeline.internship.roll.postgres;

import dev.talentpipeline.internship.resource.postgres.Batch;
import dev.talentpipeline.internship.resource.postgres.Rows;
import dev.talentpipeline.internship.roll.ClaimLink;
import dev.talentpipeline.internship.roll.ClaimLinks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
        return jdbc.sql(
                        "select hash, entry, given_by, given_for, given_at, claim_key, expires_at from roll_link where hash = ?")
                .param(hash)
                .query(PostgresClaimLinks::read)
                .optional();
    }

    private static ClaimLink read(ResultSet row, int number) throws SQLException {
        String by = row.getString("given_by");
        return new ClaimLink(
                row.getString("hash"),
                Rows.id(row, "entry"),
                by == null ? null : new ClaimLink.Given(by, row.getString("given_for"), Rows.instant(row, "given_at")),
                row.getString("claim_key"),
                Rows.instant(row, "expires_at"));
    }

    @Override
    public void addAll(List<ClaimLink> all) {
        Batch<ClaimLink> batch = new Batch<>(all);
        batch.write(
                jdbc,
                """
                insert into roll_link (hash, entry, given_by, given_for, given_at, expires_at)
                select * from unnest(?, ?, ?, ?, ?::timestamptz[], ?::timestamptz[])
                """,
                List.of(
                        batch.texts(ClaimLink::hash),
                        batch.ids(ClaimLink::entry),
                        batch.texts(link -> given(link, ClaimLink.Given::by)),
                        batch.texts(link -> given(link, ClaimLink.Given::forAccount)),
                        batch.texts(link -> given(link, given -> given.at().toString())),
                        batch.times(ClaimLink::expiresAt)));
    }

    private static @Nullable String given(ClaimLink link, Function<ClaimLink.Given, @Nullable String> what) {
        ClaimLink.Given given = link.given();
        return given == null ? null : what.apply(given);
    }

    @Override
    public void claimed(String hash, String claimKey) {
        jdbc.sql("update roll_link set claim_key = ? where hash = ?")
                .params(claimKey, hash)
                .update();
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
