package dev.talentpipeline.internship.meeting.postgres;

import dev.talentpipeline.internship.meeting.Meeting;
import dev.talentpipeline.internship.meeting.ShareCode;
import dev.talentpipeline.internship.meeting.ShareCodes;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresShareCodes implements ShareCodes {

    private static final String SELECT = """
            select id, programme, student, person, created_at, expires_at, revoked_at, meeting, company from share_code
            """;

    private final JdbcClient jdbc;

    PostgresShareCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(ShareCode code, String hash) {
        jdbc.sql("""
                        insert into share_code (id, programme, student, person, hash, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(code.id())
                .param(code.programme())
                .param(code.student())
                .param(code.person())
                .param(hash)
                .param(Rows.time(code.createdAt()))
                .param(Rows.time(code.expiresAt()))
                .update();
    }

    @Override
    public Optional<ShareCode> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(PostgresShareCodes::read)
                .optional();
    }

    @Override
    public Optional<ShareCode> find(String hash) {
        return jdbc.sql(SELECT + "where hash = ?")
                .param(hash)
                .query(PostgresShareCodes::read)
                .optional();
    }

    @Override
    public Optional<ShareCode> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = ? for no key update")
                .param(id)
                .query(PostgresShareCodes::read)
                .optional();
    }

    @Override
    public void revoke(UUID id, Instant at) {
        jdbc.sql("update share_code set revoked_at = ? where id = ?")
                .param(Rows.time(at))
                .param(id)
                .update();
    }

    @Override
    public void redeem(UUID id, Meeting meeting) {
        jdbc.sql("update share_code set meeting = ?, company = ? where id = ?")
                .params(meeting.id(), meeting.company(), id)
                .update();
    }

    @Override
    public int activeOf(UUID student, Instant now) {
        return jdbc.sql("""
                                select count(*) from share_code
                                where student = ? and meeting is null and revoked_at is null and expires_at > ?
                                """)
                .param(student)
                .param(Rows.time(now))
                .query(Integer.class)
                .single();
    }

    @Override
    public Page<ShareCode> ofStudent(UUID student, Page.Request request) {
        List<ShareCode> rows = jdbc.sql(SELECT + """
                                where student = :student and (cast(:after as text) is null or id > cast(:after as uuid))
                                order by id limit :rows
                                """)
                .param("student", student)
                .param("after", request.after())
                .param("rows", request.limit() + 1)
                .query(PostgresShareCodes::read)
                .list();
        return Page.of(rows, request, code -> code.id().toString());
    }

    @Override
    public Guesses lockGuesses(String company, Instant now) {
        jdbc.sql(
                        "insert into share_code_guess (company, since, wrong) values (?, ?, 0) on conflict (company) do nothing")
                .param(company)
                .param(Rows.time(now))
                .update();
        return jdbc.sql("select since, wrong from share_code_guess where company = ? for update")
                .param(company)
                .query((row, number) -> new Guesses(Rows.instant(row, "since"), row.getInt("wrong")))
                .single();
    }

    @Override
    public void save(String company, Guesses guesses) {
        jdbc.sql("update share_code_guess set since = ?, wrong = ? where company = ?")
                .param(Rows.time(guesses.since()))
                .param(guesses.wrong())
                .param(company)
                .update();
    }

    private static ShareCode read(ResultSet row, int number) throws SQLException {
        return new ShareCode(
                Rows.id(row, "id"),
                row.getString("programme"),
                Rows.id(row, "student"),
                Rows.id(row, "person"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "expires_at"),
                Rows.optionalInstant(row, "revoked_at"),
                row.getObject("meeting", UUID.class),
                row.getString("company"));
    }
}
