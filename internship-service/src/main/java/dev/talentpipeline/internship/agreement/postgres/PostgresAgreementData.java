package dev.talentpipeline.internship.agreement.postgres;

import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's agreements, once they do not run any more. That they were signed, by which party and when, stays; what was written does not. */
@Component
final class PostgresAgreementData implements PersonalData {

    private static final String OF_THEIRS =
            "in (select a.id from agreement a join offer o on o.id = a.offer where o.person = ?)";

    private static final String WITHOUT_TEXTS = """
            terms || case when terms -> 'insurance' is null then '{"title": "erased", "workplace": "erased"}'::jsonb
                else jsonb_build_object('mentor', 'erased', 'supervisor', 'erased', 'insurance',
                    (terms -> 'insurance') || '{"insurer": "erased", "policyNumber": "erased"}'::jsonb) end
            """;

    private final JdbcClient jdbc;

    PostgresAgreementData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> heldAbout(UUID person) {
        return Map.of(
                "agreements",
                Rows.ofPerson(jdbc, """
                        select a.id, a.kind, a.offer, a.number, a.revision, a.terms, a.changed_at
                        from agreement a join offer o on o.id = a.offer where o.person = ? order by a.changed_at
                        """, person),
                "agreementTexts",
                Rows.ofPerson(jdbc, """
                        select r.agreement, r.revision, r.number, r.terms, r.at, r.role from agreement_revision r
                            join agreement a on a.id = r.agreement join offer o on o.id = a.offer
                        where o.person = ? order by r.agreement, r.revision
                        """, person),
                "agreementSignatures",
                Rows.ofPerson(jdbc, """
                        select s.agreement, s.revision, s.party, s.signed_on, s.scan_hash, s.at from agreement_signature s
                            join agreement a on a.id = s.agreement join offer o on o.id = a.offer
                        where o.person = ? order by s.at
                        """, person));
    }

    @Override
    public void erase(UUID person) {
        jdbc.sql("set local talentpipeline.erasing = 'on'").update();
        jdbc.sql("update agreement set number = 'erased-' || id, terms = " + WITHOUT_TEXTS + " where id " + OF_THEIRS)
                .param(person)
                .update();
        jdbc.sql("update agreement_revision set number = 'erased', subject = 'erased', terms = " + WITHOUT_TEXTS
                        + " where agreement " + OF_THEIRS)
                .param(person)
                .update();
        jdbc.sql("update agreement_signature set subject = 'erased', scan_hash = null where agreement " + OF_THEIRS)
                .param(person)
                .update();
        jdbc.sql("set local talentpipeline.erasing = 'off'").update();
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "agreement.number",
                "agreement.terms",
                "agreement_revision.number",
                "agreement_revision.subject",
                "agreement_revision.terms",
                "agreement_signature.scan_hash",
                "agreement_signature.subject");
    }
}
