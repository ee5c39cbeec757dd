package dev.talentpipeline.internship.agreement.postgres;

import dev.talentpipeline.internship.agreement.Agreement;
import dev.talentpipeline.internship.agreement.AgreementKind;
import dev.talentpipeline.internship.agreement.Agreements;
import dev.talentpipeline.internship.agreement.Signature;
import dev.talentpipeline.internship.agreement.Terms;
import dev.talentpipeline.internship.agreement.Terms.EmploymentTerms;
import dev.talentpipeline.internship.agreement.Terms.InternshipTerms;
import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresAgreements implements Agreements {

    private final JdbcClient jdbc;

    PostgresAgreements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Agreement> find(UUID offer, AgreementKind kind) {
        return jdbc.sql("""
                        select id, kind, offer, university, number, version, revision, terms, changed_at
                        from agreement where offer = ? and kind = ?
                        """).params(offer, kind.name()).query(this::read).optional();
    }

    private Agreement read(ResultSet row, int number) throws SQLException {
        UUID id = Rows.id(row, "id");
        int revision = row.getInt("revision");
        return new Agreement(
                id,
                Rows.id(row, "offer"),
                row.getString("university"),
                row.getString("number"),
                revision,
                terms(AgreementKind.valueOf(row.getString("kind")), row.getString("terms")),
                signatures(id, revision),
                row.getLong("version"),
                Rows.instant(row, "changed_at"));
    }

    private static Terms terms(AgreementKind kind, String document) {
        return switch (kind) {
            case INTERNSHIP -> Documents.read(document, InternshipTerms.class);
            case EMPLOYMENT -> Documents.read(document, EmploymentTerms.class);
        };
    }

    private List<Signature> signatures(UUID agreement, int revision) {
        return jdbc.sql("""
                        select party, signed_on, scan_hash from agreement_signature where agreement = ? and revision = ? order by at, party
                        """)
                .params(agreement, revision)
                .query((row, number) -> new Signature(
                        Party.valueOf(row.getString("party")),
                        row.getObject("signed_on", LocalDate.class),
                        row.getString("scan_hash")))
                .list();
    }

    @Override
    public Set<UUID> drafted(Collection<UUID> offers) {
        return Set.copyOf(jdbc.sql("select offer from agreement where kind = 'INTERNSHIP' and offer = any(:offers)")
                .param("offers", offers.toArray(UUID[]::new))
                .query((row, number) -> Rows.id(row, "offer"))
                .list());
    }

    @Override
    public Map<UUID, Integer> jobs(Collection<UUID> offers) {
        Map<UUID, Integer> jobs = new HashMap<>();
        jdbc.sql("select offer, terms from agreement where kind = 'EMPLOYMENT' and offer = any(:offers)")
                .param("offers", offers.toArray(UUID[]::new))
                .query(row -> {
                    jobs.put(
                            Rows.id(row, "offer"),
                            Documents.read(row.getString("terms"), EmploymentTerms.class)
                                    .jobEntry());
                });
        return jobs;
    }

    @Override
    public boolean claimNumber(String university, AgreementKind kind, String number, UUID offer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("agreement/%s/%s/%s".formatted(university, kind, number))
                .query((row, index) -> index)
                .list();
        return jdbc.sql(
                                "select count(*) from agreement where university = ? and kind = ? and number = ? and offer <> ?")
                        .params(university, kind.name(), number, offer)
                        .query(Long.class)
                        .single()
                == 0;
    }

    @Override
    public void add(Agreement agreement, Actor by) {
        jdbc.sql("""
                        insert into agreement (id, kind, offer, university, number, version, revision, terms, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(agreement.id())
                .param(agreement.kind().name())
                .param(agreement.offer())
                .param(agreement.university())
                .param(agreement.number())
                .param(agreement.version())
                .param(agreement.revision())
                .param(Documents.write(agreement.terms()))
                .param(Rows.time(agreement.changedAt()))
                .update();
        record(agreement, by);
    }

    @Override
    public void revise(Agreement agreement, Actor by) {
        save(agreement);
        record(agreement, by);
    }

    @Override
    public void sign(Agreement agreement, Signature signature, Actor by) {
        save(agreement);
        jdbc.sql("""
                        insert into agreement_signature (agreement, revision, party, signed_on, scan_hash, at, subject)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(agreement.id())
                .param(agreement.revision())
                .param(signature.party().name())
                .param(signature.signedOn())
                .param(signature.scanHash())
                .param(Rows.time(agreement.changedAt()))
                .param(by.subject())
                .update();
    }

    private void save(Agreement agreement) {
        jdbc.sql("update agreement set number = ?, version = ?, revision = ?, terms = ?, changed_at = ? where id = ?")
                .param(agreement.number())
                .param(agreement.version())
                .param(agreement.revision())
                .param(Documents.write(agreement.terms()))
                .param(Rows.time(agreement.changedAt()))
                .param(agreement.id())
                .update();
    }

    private void record(Agreement agreement, Actor by) {
        jdbc.sql("""
                        insert into agreement_revision (agreement, revision, number, terms, at, role, subject) values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(agreement.id())
                .param(agreement.revision())
                .param(agreement.number())
                .param(Documents.write(agreement.terms()))
                .param(Rows.time(agreement.changedAt()))
                .param(by.role())
                .param(by.subject())
                .update();
    }
}
