package dev.talentpipeline.internship.offer.postgres;

import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.resource.postgres.Rows;
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
 * A person's offers. The letters go, and the names of the person's account; random ids, states, dates and reasons, which are codes of a
 * catalogue, stay, as does every seat that was taken.
 */
@Component
final class PostgresOfferData implements PersonalData {

    /** Where days begin and end for everybody concerned. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final Clock clock;

    PostgresOfferData(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
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
                        "select id from offer where person = ? and offer_is_committed(state) and coalesce(ended_on, ends_on) >= ? order by ends_on")
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
        String ofTheirOffers = "where offer in (select id from offer where person = ?) ";
        jdbc.sql("update offer_history set subject = 'erased' " + ofTheirOffers + "and role = 'STUDENT'")
                .param(person)
                .update();
        jdbc.sql("update offer_release set subject = 'erased' " + ofTheirOffers + "and role = 'STUDENT'")
                .param(person)
                .update();
        jdbc.sql(
                        "update offer_letter set letter = 'erased', subject = case when role = 'STUDENT' then 'erased' else subject end "
                                + ofTheirOffers)
                .param(person)
                .update();
    }

    @Override
    public Set<String> columns() {
        return Set.of("offer_letter.letter", "offer_letter.subject", "offer_history.subject", "offer_release.subject");
    }
}
