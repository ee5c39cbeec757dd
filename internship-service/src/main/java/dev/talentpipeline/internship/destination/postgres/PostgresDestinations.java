package dev.talentpipeline.internship.destination.postgres;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.destination.Destination;
import dev.talentpipeline.internship.destination.Destination.Agreed;
import dev.talentpipeline.internship.destination.Destination.Ended;
import dev.talentpipeline.internship.destination.Destination.Evidence;
import dev.talentpipeline.internship.destination.Destination.Facts;
import dev.talentpipeline.internship.destination.Destination.Succeeded;
import dev.talentpipeline.internship.destination.Destination.Verified;
import dev.talentpipeline.internship.destination.Destination.Voided;
import dev.talentpipeline.internship.destination.Destinations;
import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresDestinations implements Destinations {

    private final JdbcClient jdbc;

    PostgresDestinations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Destination> of(UUID graduate) {
        return jdbc.sql("select " + DestinationRow.COLUMNS + " from destination d " + DestinationRow.JOINED
                        + " where d.graduate = ? order by d.is_current desc, d.at desc, d.id")
                .param(graduate)
                .query(DestinationRow::read)
                .list();
    }

    @Override
    public boolean isInternshipAgreement(String university, String reference) {
        return jdbc.sql(
                        "select exists (select from agreement where university = ? and kind = 'INTERNSHIP' and number = ?)")
                .params(university, reference)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<UUID> agreedAndNotRecorded() {
        return jdbc.sql("""
                        select p.id from placement p join agreement a on a.offer = p.offer and a.kind = 'EMPLOYMENT'
                        where agreement_is_whole(a.id, a.revision) and not exists (select from destination where placement = p.id)
                        order by p.employment_signed_on, p.id
                        """).query((row, number) -> Rows.id(row, "id")).list();
    }

    @Override
    public void add(Destination destination) {
        Facts facts = destination.facts();
        Evidence evidence = facts.evidence();
        Agreed agreed = destination.agreed();
        jdbc.sql("""
                        insert into destination (id, graduate, kind, since, organisation, credit_code, industry, position, region, occupation, title,
                            evidence, evidence_reference, placement, company, at, role, subject)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(destination.id())
                .param(destination.graduate())
                .param(destination.kind().code())
                .param(facts.since())
                .param(facts.organisation())
                .param(facts.codes().creditCode())
                .param(facts.codes().industryCode())
                .param(facts.codes().positionCode())
                .param(facts.region())
                .param(facts.occupation())
                .param(facts.title())
                .param(evidence == null ? null : evidence.kind().name())
                .param(evidence == null ? null : evidence.document())
                .param(agreed == null ? null : agreed.placement())
                .param(agreed == null ? null : agreed.company())
                .param(Rows.time(destination.at()))
                .param(destination.by().role())
                .param(destination.by().subject())
                .update();
    }

    @Override
    public void verify(UUID destination, Verified verified) {
        enter(destination, "VERIFIED", null, null, verified.by(), verified.at());
    }

    @Override
    public void end(UUID destination, Ended end) {
        switch (end) {
            case Succeeded(UUID successor, Actor by, Instant at) ->
                enter(destination, "SUCCEEDED", successor, null, by, at);
            case Voided(String reason, Actor by, Instant at) -> enter(destination, "VOIDED", null, reason, by, at);
        }
    }

    private void enter(
            UUID destination, String what, @Nullable UUID successor, @Nullable String reason, Actor by, Instant at) {
        jdbc.sql("""
                        insert into destination_entry (destination, what, successor, reason, at, role, subject)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(destination)
                .param(what)
                .param(successor)
                .param(reason)
                .param(Rows.time(at))
                .param(by.role())
                .param(by.subject())
                .update();
    }

    @Override
    public Page<Graduate> list(Filter filter, Page.Request request) {
        List<Graduate> rows = jdbc.sql(
                        "select r.id as r_id, r.number, r.name, r.school, s.name_zh as school_zh, r.major, r.major_code, r.degree, r.graduates_on, "
                                + DestinationRow.COLUMNS
                                + " from roll_entry r left join school s on s.university = r.university and s.id = r.school left join destination d on d.graduate = r.id and d.is_current "
                                + DestinationRow.JOINED + """
                                where r.university = :university and r.number <> 'erased-' || r.id
                                  and (cast(:school as text) is null or r.school = :school)
                                  and (cast(:number as text) is null or r.number = :number)
                                  and (cast(:name as text) is null or strpos(lower(r.name), lower(cast(:name as text))) > 0)
                                  and (cast(:known as boolean) is null or (d.id is not null) = :known)
                                  and (cast(:countsAs as text) is null or k.counts_as = :countsAs)
                                  and (cast(:from as date) is null or r.graduates_on >= :from)
                                  and (cast(:until as date) is null or r.graduates_on <= :until)
                                  and (cast(:after as text) is null or r.number > :after)
                                order by r.number limit :rows
                                """)
                .param("university", filter.university())
                .param("school", filter.school())
                .param("number", filter.number())
                .param("name", filter.name())
                .param("known", filter.known())
                .param(
                        "countsAs",
                        filter.countsAs() == null ? null : filter.countsAs().name())
                .param("from", filter.from())
                .param("until", filter.until())
                .param("after", request.after())
                .param("rows", request.limit() + 1)
                .query(PostgresDestinations::graduate)
                .list();
        return Page.of(rows, request, Graduate::number);
    }

    private static Graduate graduate(ResultSet row, int number) throws SQLException {
        String degree = row.getString("degree");
        return new Graduate(
                Rows.id(row, "r_id"),
                row.getString("number"),
                row.getString("name"),
                row.getString("school"),
                row.getString("school_zh"),
                row.getString("major"),
                row.getString("major_code"),
                degree == null ? null : Degree.valueOf(degree),
                row.getObject("graduates_on", LocalDate.class),
                Rows.optionalId(row, "d_id") == null ? null : DestinationRow.read(row, number));
    }
}
