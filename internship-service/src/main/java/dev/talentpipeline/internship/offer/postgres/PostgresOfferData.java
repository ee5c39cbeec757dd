package dev.talentpipeline.internship.offer.postgres;

import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.audit.Deed.Concerned;
import dev.talentpipeline.internship.audit.Deed.Entity;
import dev.talentpipeline.internship.outbox.Outbox;
import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.resource.postgres.Rows;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person's offers. The reasons that people gave go; states, dates and random ids stay, as does every seat that was taken. An offer whose
 * reason stood on its topic is taken off it: it is over, holds no seat, and its student is gone.
 */
@Component
final class PostgresOfferData implements PersonalData {

    /** Where days begin and end for everybody concerned. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    PostgresOfferData(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Map<String, List<Map<String, Object>>> heldAbout(UUID person) {
        return Map.of(
                "offers",
                Rows.ofPerson(jdbc, """
                        select id, programme, student, internship, company, version, state, reason, respond_by, explanation, student_rank,
                            proposed_at, starts_on, ends_on, days_per_week, release_asked_by, release_reason, changed_at
                        from offer where person = ? and state <> 'REJECTED' order by proposed_at, id
                        """, person),
                "offerHistory",
                Rows.ofPerson(jdbc, """
                        select h.offer, h.version, h.state, h.reason, h.at, h.role from offer_history h join offer o on o.id = h.offer
                        where o.person = ? and o.state <> 'REJECTED' order by h.offer, h.version
                        """, person),
                "offerLetters",
                Rows.ofPerson(jdbc, """
                        select l.offer, l.decision, l.letter, l.at, l.role from offer_letter l join offer o on o.id = l.offer
                        where o.person = ? order by l.offer, l.place
                        """, person),
                "offerReleases",
                Rows.ofPerson(jdbc, """
                        select r.offer, r.step, r.release, r.reason, r.at, r.role from offer_release r join offer o on o.id = r.offer
                        where o.person = ? order by r.offer, r.step
                        """, person));
    }

    @Override
    public Optional<String> obstacle(UUID person) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return jdbc
                .sql(
                        "select id from offer where person = ? and offer_is_committed(state) and ends_on >= ? order by ends_on")
                .params(person, today)
                .query(UUID.class)
                .list()
                .stream()
                .findFirst()
                .map(id ->
                        "offer (%s) commits the person until its last day; it has to be released first, at POST /api/v1/offers/%s/decisions."
                                .formatted(id, id));
    }

    @Override
    public void erase(UUID person) {
        jdbc.sql("""
                        update offer set reason = 'erased', version = version + 1
                        where person = ? and state in ('DECLINED', 'VETOED', 'REFUSED', 'RELEASED') and reason <> 'erased'
                        returning id, programme, student, version, university, company, state
                        """).param(person).query(row -> {
            String id = row.getString("id");
            String programme = row.getString("programme");
            Deed erased = new Deed(
                    "ERASED",
                    new Entity("OFFER", id),
                    row.getLong("version"),
                    new Concerned(row.getString("university"), row.getString("company"), person),
                    Map.of(
                            "programme",
                            programme,
                            "student",
                            row.getString("student"),
                            "state",
                            row.getString("state")));
            outbox.erase(Topics.OFFERS.name(), Topic.key(programme, id), row.getLong("version"), erased);
        });
        jdbc.sql(
                        "update offer set release_asked_by = null, release_reason = null, release_seat = null, release_refused = false where person = ?")
                .param(person)
                .update();
        jdbc.sql("""
                        update offer_history set reason = case when state in ('REJECTED', 'RESCINDED') then reason
                                when reason is not null then 'erased' end,
                            subject = case when role = 'STUDENT' then 'erased' else subject end
                        where offer in (select id from offer where person = ?) and (reason is not null or role = 'STUDENT')
                        """).param(person).update();
        jdbc.sql("""
                        update offer_release set reason = case when reason is not null then 'erased' end,
                            subject = case when role = 'STUDENT' then 'erased' else subject end
                        where offer in (select id from offer where person = ?)
                        """).param(person).update();
        jdbc.sql("""
                        update offer_letter set letter = 'erased', subject = case when role = 'STUDENT' then 'erased' else subject end
                        where offer in (select id from offer where person = ?)
                        """).param(person).update();
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "offer.reason",
                "offer.release_reason",
                "offer_letter.letter",
                "offer_letter.subject",
                "offer_history.reason",
                "offer_history.subject",
                "offer_release.reason",
                "offer_release.subject");
    }
}
