package dev.talentpipeline.internship.roll.postgres;

import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Rows;
import dev.talentpipeline.internship.roll.ClaimReminder;
import dev.talentpipeline.internship.roll.ClaimReminders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresClaimReminders implements ClaimReminders {

    private static final String COLUMNS =
            "c.id as c_id, c.entry as c_entry, c.language, c.purpose, c.state, c.attempts, c.asked_at as c_asked_at, c.settled_at";

    private final JdbcClient jdbc;

    PostgresClaimReminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Asked ask(Whom whom, Person.Language language, Instant since, Instant now) {
        // Who asks for the same at this moment meets the index, and is told of those as reminded lately.
        return jdbc.sql("""
                        with asked as (
                            select r.id, r.claimed_at is not null as claimed, coalesce(p.email, r.email) is not null as reachable,
                                   exists (select from claim_reminder c where c.entry = r.id and c.state not in ('NOT_NEEDED', 'FAILED')
                                       and (c.asked_at > :since or c.settled_at is null)) as lately
                            from roll_entry r left join person p on p.id = r.person
                            where r.university = :university and r.number <> 'erased-' || r.id
                              and (cast(:school as text) is null or r.school = :school)
                              and (cast(:major as text) is null or r.major_code = :major or lower(r.major) = lower(:major))
                        ), queued as (
                            insert into claim_reminder (id, entry, language, state, asked_at, next_at)
                            select gen_random_uuid(), id, :language, 'WAITING', :now, :now
                            from asked where not claimed and reachable and not lately order by id
                            on conflict do nothing returning entry
                        )
                        select (select count(*) from queued) as queued,
                               count(*) filter (where claimed) as claimed,
                               count(*) filter (where not claimed and not reachable) as no_address,
                               count(*) filter (where not claimed and reachable) as reachable
                        from asked
                        """)
                .param("university", whom.university())
                .param("school", whom.school())
                .param("major", whom.major())
                .param("language", language.name())
                .param("since", Rows.time(since))
                .param("now", Rows.time(now))
                .query((row, number) -> new Asked(
                        row.getInt("queued"),
                        row.getInt("no_address"),
                        row.getInt("claimed"),
                        row.getInt("reachable") - row.getInt("queued")))
                .single();
    }

    @Override
    public boolean askOne(
            UUID entry, ClaimReminder.Purpose purpose, Person.Language language, Instant since, Instant now) {
        return jdbc.sql("""
                        insert into claim_reminder (id, entry, language, purpose, state, asked_at, next_at)
                        select gen_random_uuid(), r.id, :language, :purpose, 'WAITING', :now, :now
                          from roll_entry r left join person p on p.id = r.person
                         where r.id = :entry and r.number <> 'erased-' || r.id
                           and coalesce(p.email, r.email) is not null
                           and not exists (select from claim_reminder c where c.entry = r.id and c.state not in ('NOT_NEEDED', 'FAILED')
                               and (c.asked_at > :since or c.settled_at is null))
                            on conflict do nothing
                        """)
                        .param("entry", entry)
                        .param("purpose", purpose.name())
                        .param("language", language.name())
                        .param("since", Rows.time(since))
                        .param("now", Rows.time(now))
                        .update()
                > 0;
    }

    @Override
    public Optional<ClaimReminder> take(Instant now, Instant until) {
        return jdbc.sql("""
                        update claim_reminder c set state = 'SENDING', attempts = attempts + 1, next_at = :until
                        where id = (select id from claim_reminder where state in ('WAITING', 'SENDING') and next_at <= :now
                            order by next_at, id limit 1 for update skip locked)
                        returning
                        """ + COLUMNS)
                .param("now", Rows.time(now))
                .param("until", Rows.time(until))
                .query(PostgresClaimReminders::read)
                .optional();
    }

    @Override
    public void postpone(UUID reminder, Instant until) {
        jdbc.sql("update claim_reminder set state = 'WAITING', next_at = ? where id = ? and settled_at is null")
                .param(Rows.time(until))
                .param(reminder)
                .update();
    }

    @Override
    public void settle(UUID reminder, ClaimReminder.State state, Instant now) {
        jdbc.sql("update claim_reminder set state = ?, settled_at = ? where id = ? and settled_at is null")
                .param(state.name())
                .param(Rows.time(now))
                .param(reminder)
                .update();
    }

    @Override
    public Page<Listed> list(
            String university, @Nullable String school, ClaimReminder.@Nullable State state, Page.Request request) {
        List<Listed> rows = jdbc.sql("select " + COLUMNS + ", " + PostgresRollEntries.COLUMNS_OF_R + """
                                 from claim_reminder c join roll_entry r on r.id = c.entry
                                where r.university = :university and r.number <> 'erased-' || r.id and c.purpose = 'CLAIM'
                                  and (cast(:school as text) is null or r.school = :school)
                                  and (cast(:state as text) is null or c.state = :state)
                                  and (cast(:after as uuid) is null or c.id > :after)
                                order by c.id limit :rows
                                """)
                .param("university", university)
                .param("school", school)
                .param("state", state == null ? null : state.name())
                .param("after", request.after() == null ? null : UUID.fromString(request.after()))
                .param("rows", request.limit() + 1)
                .query((row, number) -> new Listed(read(row, number), PostgresRollEntries.read(row, number)))
                .list();
        return Page.of(rows, request, listed -> listed.reminder().id().toString());
    }

    private static ClaimReminder read(ResultSet row, int number) throws SQLException {
        return new ClaimReminder(
                Rows.id(row, "c_id"),
                Rows.id(row, "c_entry"),
                Person.Language.valueOf(row.getString("language")),
                ClaimReminder.Purpose.valueOf(row.getString("purpose")),
                ClaimReminder.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Rows.instant(row, "c_asked_at"),
                Rows.optionalInstant(row, "settled_at"));
    }
}
