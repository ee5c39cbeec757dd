package dev.talentpipeline.internship.outcome.postgres;

import dev.talentpipeline.internship.outcome.Grouping;
import dev.talentpipeline.internship.outcome.Outcomes;
import dev.talentpipeline.internship.resource.ChinaTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresOutcomes implements Outcomes {

    private static final String OF_WHOM = """
             (cast(:university as text) is null or r.university = :university)
              and (cast(:school as text) is null or r.school = :school)
            """;

    private static final String IN_SCOPE = OF_WHOM + """
              and (cast(:from as date) is null or r.graduates_on >= :from)
              and (cast(:until as date) is null or r.graduates_on <= :until)
            """;

    private final JdbcClient jdbc;

    PostgresOutcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Graduates> graduates(Scope scope, Grouping grouping) {
        // Whoever was erased may be a student of programmes no more; in all other groups they are counted.
        String seasons = grouping == Grouping.SEASON ? "join student s on s.person = r.person" : "";
        return statement(
                        """
                        select %s as counted_by, count(*) as graduates,
                            count(*) filter (where k.counts_as = 'EMPLOYED') as employed,
                            count(*) filter (where k.counts_as = 'SERVICE') as service,
                            count(*) filter (where k.counts_as = 'FURTHER_STUDY') as further_study,
                            count(*) filter (where k.counts_as = 'SEEKING') as seeking,
                            count(*) filter (where k.counts_as = 'NOT_SEEKING') as not_seeking,
                            count(v.destination) as verified, count(*) filter (where r.erased) as erased
                        from roll_as_of(cast(:before as timestamptz)) r %s
                            %s join destination d on d.graduate = r.id and d.at < cast(:before as timestamptz) and not exists (
                                select from destination_entry e
                                where e.destination = d.id and e.what <> 'VERIFIED' and e.at < cast(:before as timestamptz))
                            left join destination_kind k on k.code = d.kind
                            left join destination_entry v
                                on v.destination = d.id and v.what = 'VERIFIED' and v.at < cast(:before as timestamptz)
                        where %s
                        group by counted_by order by counted_by
                        """.formatted(byGraduate(grouping), seasons, isOfDestination(grouping) ? "" : "left", IN_SCOPE),
                        scope)
                .query((row, number) -> new Graduates(
                        row.getString("counted_by"),
                        row.getLong("graduates"),
                        row.getLong("employed"),
                        row.getLong("service"),
                        row.getLong("further_study"),
                        row.getLong("seeking"),
                        row.getLong("not_seeking"),
                        row.getLong("verified"),
                        row.getLong("erased")))
                .list();
    }

    private static boolean isOfDestination(Grouping grouping) {
        return byGraduate(grouping).contains("d.");
    }

    private static String byGraduate(Grouping grouping) {
        return switch (grouping) {
            case ALL -> "cast(null as text)";
            case UNIVERSITY -> "r.university";
            case SCHOOL -> "r.school";
            case MAJOR -> "coalesce(r.major_code, r.major)";
            case DEGREE -> "r.degree";
            case KIND -> "d.kind";
            case OCCUPATION -> "d.occupation";
            case COMPANY -> "coalesce(d.company, d.credit_code, d.organisation)";
            case REGION -> "d.region";
            case SEASON -> "s.programme";
        };
    }

    @Override
    public Undated undated(Scope scope) {
        return jdbc.sql("""
                                select count(*) filter (where r.graduates_on is null) as undated, count(*) as graduates
                                from roll_as_of(cast(:before as timestamptz)) r where
                                """ + OF_WHOM)
                .param("university", scope.university())
                .param("school", scope.school())
                .param("before", before(scope.asOf()))
                .query((row, number) -> new Undated(row.getLong("undated"), row.getLong("graduates")))
                .single();
    }

    @Override
    public List<Interns> interns(Scope scope, Grouping grouping) {
        String group = byIntern(grouping);
        return group == null
                ? List.of()
                : statement("""
                                select %s as counted_by, count(*) as begun, count(j.placement) as offered,
                                    count(*) filter (where j.accepted) as jobs,
                                    count(*) filter (where j.accepted and j.matches_topic) as matching,
                                    percentile_cont(0.5) within group (order by j.offered_on - b.begun_on) as median_days,
                                    count(*) filter (where r.erased) as erased
                                from placement p join roll_as_of(cast(:before as timestamptz)) r on r.person = p.person
                                    join internship i on i.id = p.internship
                                    cross join lateral (select placement_begun_as_of(p.id, cast(:before as timestamptz)) as begun_on) b
                                    left join placement_job_as_of(cast(:before as timestamptz)) j on j.placement = p.id
                                where b.begun_on is not null and %s
                                group by counted_by order by counted_by
                                """.formatted(group, IN_SCOPE), scope)
                        .query((row, number) -> new Interns(
                                row.getString("counted_by"),
                                row.getLong("begun"),
                                row.getLong("offered"),
                                row.getLong("jobs"),
                                row.getLong("matching"),
                                days(row),
                                row.getLong("erased")))
                        .list();
    }

    private static @Nullable Double days(ResultSet row) throws SQLException {
        double days = row.getDouble("median_days");
        return row.wasNull() ? null : days;
    }

    /** Null where interns have nothing to go by. */
    private static @Nullable String byIntern(Grouping grouping) {
        return switch (grouping) {
            case ALL -> "cast(null as text)";
            case UNIVERSITY -> "p.university";
            case SCHOOL -> "r.school";
            case MAJOR -> "coalesce(r.major_code, r.major)";
            case DEGREE -> "r.degree";
            case KIND -> null;
            case OCCUPATION -> "i.opening ->> 'occupation'";
            case COMPANY -> "p.company";
            case REGION -> "i.opening ->> 'region'";
            case SEASON -> "p.programme";
        };
    }

    private JdbcClient.StatementSpec statement(String query, Scope scope) {
        return jdbc.sql(query)
                .param("university", scope.university())
                .param("school", scope.school())
                .param("from", scope.from())
                .param("until", scope.until())
                .param("before", before(scope.asOf()));
    }

    /** The first instant of which nothing is counted any more. */
    private static String before(@Nullable LocalDate asOf) {
        return asOf == null ? "infinity" : ChinaTime.startOf(asOf.plusDays(1)).toString();
    }
}
