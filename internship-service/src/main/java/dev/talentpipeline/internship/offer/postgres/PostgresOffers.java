package dev.talentpipeline.internship.offer.postgres;

import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.offer.Commitment;
import dev.talentpipeline.internship.offer.DecisionKind;
import dev.talentpipeline.internship.offer.Endorsing;
import dev.talentpipeline.internship.offer.Letter;
import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.offer.OfferState.Accepted;
import dev.talentpipeline.internship.offer.OfferStatus;
import dev.talentpipeline.internship.offer.Offers;
import dev.talentpipeline.internship.offer.Proposal;
import dev.talentpipeline.internship.offer.ReleaseRequest;
import dev.talentpipeline.internship.resource.Between;
import dev.talentpipeline.internship.resource.DuePlace;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.BetweenRows;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresOffers implements Offers {

    private static final int MOST_SWEPT = 500;
    private static final String OPEN = "state in ('AWAITING_APPROVAL', 'EXTENDED', 'KEPT')";
    private static final String WITHOUT_AGREEMENT = """
            state = 'CONFIRMED' and not exists (select from agreement a where a.offer = offer.id and a.kind = 'INTERNSHIP')""";

    private final JdbcClient jdbc;

    PostgresOffers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Offer> find(UUID id) {
        return jdbc.sql(OfferRow.SELECT + "where id = ?")
                .param(id)
                .query(OfferRow::read)
                .optional();
    }

    @Override
    public Optional<Offer> lock(UUID id) {
        return jdbc.sql(OfferRow.SELECT + "where id = ? for no key update")
                .param(id)
                .query(OfferRow::read)
                .optional();
    }

    @Override
    public void add(Offer offer, Actor by) {
        Proposal proposal = offer.proposal();
        jdbc.sql("""
                        insert into offer (id, programme, student, internship, person, university, company, clearing, version, state,
                            reason, respond_by, programme_version, student_version, internship_version, student_rank, internship_rank,
                            explanation, replaces, proposed_at, starts_on, ends_on, days_per_week, changed_at, awaited_since, remind_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(offer.id())
                .param(proposal.programme())
                .param(proposal.student())
                .param(proposal.internship())
                .param(offer.person())
                .param(offer.university())
                .param(offer.company())
                .param(proposal.clearing())
                .param(offer.version())
                .param(offer.status().name())
                .param(offer.state().reason())
                .param(Rows.time(offer.state().respondBy()))
                .param(offer.versions().programme())
                .param(offer.versions().student())
                .param(offer.versions().internship())
                .param(proposal.studentRank())
                .param(proposal.internshipRank())
                .param(Documents.write(proposal.explanation()))
                .param(proposal.replaces())
                .param(Rows.time(proposal.proposedAt()))
                .param(offer.commitment().startsOn())
                .param(offer.commitment().endsOn())
                .param(offer.commitment().daysPerWeek())
                .param(Rows.time(offer.changedAt()))
                .param(Rows.time(offer.awaiting().since()))
                .param(Rows.time(offer.remindAt()))
                .update();
        record(offer, Offer.Note.NONE, by);
    }

    @Override
    public void save(Offer offer, Offer.Note note, Actor by) {
        jdbc.sql("""
                        update offer set version = ?, state = ?, reason = ?, respond_by = ?, programme_version = ?, student_version = ?,
                            internship_version = ?, changed_at = ?, endorser = ?, awaited_since = ?, reminded_at = ?, escalated_at = ?,
                            notice_awaited = ?, remind_at = ?, release_asked_by = ?, release_reason = ?, release_refused = ?, release_seat = ?
                        where id = ?
                        """)
                .param(offer.version())
                .param(offer.status().name())
                .param(offer.state().reason())
                .param(Rows.time(offer.state().respondBy()))
                .param(offer.versions().programme())
                .param(offer.versions().student())
                .param(offer.versions().internship())
                .param(Rows.time(offer.changedAt()))
                .param(endorser(offer))
                .param(Rows.time(offer.awaiting().since()))
                .param(Rows.time(offer.awaiting().remindedAt()))
                .param(Rows.time(offer.awaiting().escalatedAt()))
                .param(offer.awaiting().noticeAwaited())
                .param(Rows.time(offer.remindAt()))
                .params(release(offer))
                .param(offer.id())
                .update();
        record(offer, note, by);
    }

    private static @Nullable String endorser(Offer offer) {
        return offer.state() instanceof Accepted(Endorsing endorsing, var _) && endorsing != null
                ? endorsing.by().name()
                : null;
    }

    @Override
    public void save(Offer offer, ReleaseRequest.Taken taken, Actor by, Instant at) {
        jdbc.sql(
                        "update offer set release_asked_by = ?, release_reason = ?, release_refused = ?, release_seat = ? where id = ?")
                .params(release(offer))
                .param(offer.id())
                .update();
        jdbc.sql("""
                        insert into offer_release (offer, step, version, state, release, reason, at, role, subject)
                        select ?, coalesce(max(step), 0) + 1, ?, ?, ?, ?, ?, ?, ? from offer_release where offer = ?
                        """)
                .param(offer.id())
                .param(offer.version())
                .param(offer.status().name())
                .param(taken.step().name())
                .param(taken.reason())
                .param(Rows.time(at))
                .param(by.role())
                .param(by.subject())
                .param(offer.id())
                .update();
    }

    /** The four columns of a request for release. */
    private static List<@Nullable Object> release(Offer offer) {
        ReleaseRequest request = offer.state().release();
        List<@Nullable Object> columns = new ArrayList<>();
        columns.add(request == null ? null : request.askedBy().name());
        columns.add(request == null ? null : request.reason());
        columns.add(request != null && request.refused());
        columns.add(request == null ? null : request.seat().name());
        return columns;
    }

    private void record(Offer offer, Offer.Note note, Actor by) {
        Offer.Step step = note.step();
        jdbc.sql("""
                        insert into offer_history (offer, version, state, event, reason, at, role, subject)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(offer.id())
                .param(offer.version())
                .param(offer.status().name())
                .param(step == null ? null : step.name())
                .param(step == null ? offer.state().reason() : note.reason())
                .param(Rows.time(offer.changedAt()))
                .param(by.role())
                .param(by.subject())
                .update();
    }

    @Override
    public List<Offer> madeTo(UUID person) {
        return jdbc.sql(OfferRow.SELECT + "where person = ? and state <> 'REJECTED' order by id")
                .param(person)
                .query(OfferRow::read)
                .list();
    }

    @Override
    public List<Offer> openOf(UUID internship) {
        return jdbc.sql(OfferRow.SELECT + "where internship = ? and " + OPEN + " order by id")
                .param(internship)
                .query(OfferRow::read)
                .list();
    }

    @Override
    public int committedOf(UUID internship) {
        return jdbc.sql("select count(*) from offer where internship = ? and offer_is_committed(state)")
                .param(internship)
                .query(Integer.class)
                .single();
    }

    @Override
    public Commitment commitment(UUID id) {
        return jdbc.sql("select starts_on, ends_on, days_per_week from offer where id = ?")
                .param(id)
                .query(OfferRow::commitment)
                .single();
    }

    @Override
    public List<Offer> due(Instant now) {
        return jdbc.sql(OfferRow.SELECT + """
                                where state in ('AWAITING_APPROVAL', 'EXTENDED', 'KEPT', 'ACCEPTED') and respond_by <= ?
                                  and not (state = 'AWAITING_APPROVAL' and exists (
                                      select from programme p where p.id = offer.programme and p.state <> 'RUNNING'
                                        and p.rules -> 'deadlines' ->> 'approval' = 'APPROVE'))
                                order by respond_by limit ?
                                """)
                .param(Rows.time(now))
                .param(MOST_SWEPT)
                .query(OfferRow::read)
                .list();
    }

    @Override
    public List<Offer> toBeReminded(Instant now) {
        return jdbc.sql(OfferRow.SELECT + "where remind_at <= ? and respond_by > ? order by remind_at limit ?")
                .param(Rows.time(now))
                .param(Rows.time(now))
                .param(MOST_SWEPT)
                .query(OfferRow::read)
                .list();
    }

    @Override
    public void add(UUID offer, Letter letter) {
        jdbc.sql("""
                        insert into offer_letter (offer, place, decision, at, role, subject, letter)
                        select ?, coalesce(max(place), 0) + 1, ?, ?, ?, ?, ? from offer_letter where offer = ?
                        """)
                .param(offer)
                .param(letter.decision().name())
                .param(Rows.time(letter.at()))
                .param(letter.by().role())
                .param(letter.by().subject())
                .param(letter.text())
                .param(offer)
                .update();
    }

    @Override
    public List<Letter> letters(UUID offer) {
        return jdbc.sql("select decision, at, role, subject, letter from offer_letter where offer = ? order by place")
                .param(offer)
                .query((row, number) -> new Letter(
                        DecisionKind.valueOf(row.getString("decision")),
                        Rows.instant(row, "at"),
                        new Actor(row.getString("role"), row.getString("subject")),
                        row.getString("letter")))
                .list();
    }

    @Override
    public List<Offer> openInClosedProgrammes() {
        return jdbc.sql(OfferRow.SELECT
                        + "where programme in (select id from programme where state = 'CLOSED') and " + OPEN
                        + " order by id limit ?")
                .param(MOST_SWEPT)
                .query(OfferRow::read)
                .list();
    }

    @Override
    public List<Offer> openOfCompany(String company, int most) {
        return jdbc.sql(OfferRow.SELECT + "where company = ? and " + OPEN + " order by id limit ?")
                .param(company)
                .param(most)
                .query(OfferRow::read)
                .list();
    }

    @Override
    public List<Offer> committedOfCompany(String company, @Nullable String university, int most) {
        return jdbc.sql(OfferRow.SELECT + """
                                where company = :company and offer_is_committed(state)
                                  and (cast(:university as text) is null or university = :university)
                                order by id limit :most
                                """)
                .param("company", company)
                .param("university", university)
                .param("most", most)
                .query(OfferRow::read)
                .list();
    }

    @Override
    public Map<UUID, List<Offer.Entry>> histories(Collection<UUID> ids) {
        Map<UUID, List<Offer.Entry>> histories = new HashMap<>();
        jdbc.sql("""
                        select offer, version, 0 as step, state, null as release, event, reason, at, role, subject from offer_history
                        where offer = any(:ids)
                        union all
                        select offer, version, step, state, release, null, reason, at, role, subject from offer_release
                        where offer = any(:ids)
                        order by offer, version, step
                        """).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            String release = row.getString("release");
            String step = row.getString("event");
            Offer.Entry entry = new Offer.Entry(
                    OfferStatus.valueOf(row.getString("state")),
                    Rows.instant(row, "at"),
                    new Actor(row.getString("role"), row.getString("subject")),
                    row.getString("reason"),
                    release == null ? null : ReleaseRequest.Step.valueOf(release),
                    step == null ? null : Offer.Step.valueOf(step));
            histories
                    .computeIfAbsent(Rows.id(row, "offer"), id -> new ArrayList<>())
                    .add(entry);
        });
        return histories;
    }

    @Override
    public Page<Offer> awaitingEndorsement(
            String programme, String university, @Nullable String school, Instant now, Page.Request request) {
        DuePlace after = request.after() == null ? null : DuePlace.of(request.after());
        String of = "(select s.profile ->> 'school' from student s where s.id = offer.student)";
        String whose = school == null
                ? "(endorser = 'UNIVERSITY' or " + of + " is null)"
                : "endorser = 'SCHOOL' and " + of + " = :school";
        List<Offer> rows = jdbc.sql(OfferRow.SELECT + "where programme = :programme and university = :university and "
                        + whose + """
                                 and endorser is not null and respond_by > :now
                                 and (cast(:afterDue as timestamptz) is null
                                      or (respond_by, id) > (cast(:afterDue as timestamptz), cast(:afterId as uuid)))
                                order by respond_by, id limit :rows
                                """)
                .param("programme", programme)
                .param("university", university)
                .param("school", school)
                .param("now", Rows.time(now))
                .param("afterDue", after == null ? null : Rows.time(after.due()))
                .param("afterId", after == null ? null : after.id())
                .param("rows", request.limit() + 1)
                .query(OfferRow::read)
                .list();
        return Page.of(rows, request, PostgresOffers::duePlace);
    }

    private static String duePlace(Offer offer) {
        return new DuePlace(Objects.requireNonNull(offer.state().respondBy()), offer.id()).text();
    }

    @Override
    public Page<Offer> list(Between asked, @Nullable OfferStatus status, boolean withRejected, Page.Request request) {
        return page(withRejected ? "true" : "state <> 'REJECTED'", asked, status, request);
    }

    @Override
    public Page<Offer> withoutAgreement(Between asked, @Nullable OfferStatus status, Page.Request request) {
        return page(WITHOUT_AGREEMENT, asked, status, request);
    }

    private Page<Offer> page(String condition, Between asked, @Nullable OfferStatus status, Page.Request request) {
        List<Offer> rows = BetweenRows.page(jdbc, OfferRow.SELECT, condition, asked, status, request)
                .query(OfferRow::read)
                .list();
        return Page.of(rows, request, offer -> offer.id().toString());
    }
}
