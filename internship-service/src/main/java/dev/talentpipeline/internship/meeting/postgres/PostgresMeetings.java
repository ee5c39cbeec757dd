package dev.talentpipeline.internship.meeting.postgres;

import dev.talentpipeline.internship.meeting.Interview;
import dev.talentpipeline.internship.meeting.Meeting;
import dev.talentpipeline.internship.meeting.MeetingCommand.Overtaken;
import dev.talentpipeline.internship.meeting.MeetingStatus;
import dev.talentpipeline.internship.meeting.Meetings;
import dev.talentpipeline.internship.meeting.Side;
import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.resource.Between;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.BetweenRows;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresMeetings implements Meetings {

    private static final int MOST_SWEPT = 500;

    private static final String OVERTAKEN = """
            select m.id, case when p.state = 'CLOSED' then 'PROGRAMME_CLOSED' when s.state = 'WITHDRAWN' then 'STUDENT_WITHDREW'
                when i.state = 'WITHDRAWN' then 'INTERNSHIP_WITHDREW' when o.state = 'SUSPENDED' then 'COMPANY_SUSPENDED'
                else 'MEMBER_LEFT' end as overtaken_by
            from meeting m join programme p on p.id = m.programme join student s on s.id = m.student
                left join internship i on i.id = m.internship left join organisation o on o.id = m.company
            where m.state in ('INVITED', 'OPEN')
              and (p.state = 'CLOSED' or s.state = 'WITHDRAWN' or i.state = 'WITHDRAWN' or o.state = 'SUSPENDED'
                or (p.rules -> 'companies' <> '[]' and not jsonb_exists(p.rules -> 'companies', m.company))
                or (p.rules -> 'universities' <> '[]' and not jsonb_exists(p.rules -> 'universities', m.university)))
            """;

    private final JdbcClient jdbc;

    PostgresMeetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Meeting> find(UUID id) {
        return jdbc.sql(MeetingRow.SELECT + "where id = ?")
                .param(id)
                .query(MeetingRow::read)
                .optional();
    }

    @Override
    public Optional<Meeting> lock(UUID id) {
        return jdbc.sql(MeetingRow.SELECT + "where id = ? for no key update")
                .param(id)
                .query(MeetingRow::read)
                .optional();
    }

    @Override
    public boolean add(Meeting meeting, Meeting.Entry entry) {
        boolean added = jdbc.sql("""
                                insert into meeting (id, programme, student, person, university, company, internship, origin, message,
                                    version, state, reason, respond_by, created_at, changed_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .param(meeting.id())
                        .param(meeting.programme())
                        .param(meeting.student())
                        .param(meeting.person())
                        .param(meeting.university())
                        .param(meeting.company())
                        .param(meeting.internship())
                        .param(meeting.origin().name())
                        .param(meeting.message())
                        .param(meeting.version())
                        .param(meeting.status().name())
                        .param(meeting.state().reason())
                        .param(Rows.time(meeting.state().respondBy()))
                        .param(Rows.time(meeting.createdAt()))
                        .param(Rows.time(meeting.changedAt()))
                        .update()
                == 1;
        if (added) {
            record(meeting, entry);
        }
        return added;
    }

    @Override
    public void save(Meeting meeting, Meeting.Entry entry) {
        jdbc.sql("update meeting set version = ?, state = ?, reason = ?, respond_by = ?, changed_at = ? where id = ?")
                .param(meeting.version())
                .param(meeting.status().name())
                .param(meeting.state().reason())
                .param(Rows.time(meeting.state().respondBy()))
                .param(Rows.time(meeting.changedAt()))
                .param(meeting.id())
                .update();
        record(meeting, entry);
    }

    private void record(Meeting meeting, Meeting.Entry entry) {
        Act act = entry.act();
        jdbc.sql("""
                        insert into meeting_history (meeting, version, what, interview, act, reason, at, role, subject)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(meeting.id())
                .param(meeting.version())
                .param(entry.what())
                .param(entry.interview())
                .param(act == null ? null : act.name())
                .param(entry.reason())
                .param(Rows.time(entry.at()))
                .param(entry.by().role())
                .param(entry.by().subject())
                .update();
    }

    @Override
    public Optional<Meeting> standing(UUID student, String company, @Nullable UUID internship) {
        return jdbc.sql(MeetingRow.SELECT + """
                                where student = :student and company = :company
                                  and internship is not distinct from cast(:internship as uuid) and state in ('INVITED', 'OPEN')
                                """)
                .param("student", student)
                .param("company", company)
                .param("internship", internship)
                .query(MeetingRow::read)
                .optional();
    }

    @Override
    public boolean declinedBefore(UUID student, UUID internship) {
        return jdbc.sql(
                        "select exists (select from meeting where student = ? and internship = ? and state = 'DECLINED')")
                .params(student, internship)
                .query(Boolean.class)
                .single();
    }

    @Override
    public int invitedTo(UUID internship) {
        return jdbc.sql("select count(*) from meeting where internship = ? and state = 'INVITED'")
                .param(internship)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Interview> interviewsOf(UUID meeting) {
        return interviews(List.of(meeting)).getOrDefault(meeting, List.of());
    }

    @Override
    public Optional<Interview> interview(UUID id) {
        return jdbc.sql(MeetingRow.SELECT_INTERVIEW + "where id = ?")
                .param(id)
                .query(MeetingRow::readInterview)
                .optional();
    }

    @Override
    public void add(Interview interview) {
        jdbc.sql("""
                        insert into interview (starts_at, minutes, place, link, state, proposed_by, reason, result, changed_at, id, meeting)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(columns(interview))
                .param(interview.id())
                .param(interview.meeting())
                .update();
    }

    @Override
    public void save(Interview interview) {
        jdbc.sql("""
                        update interview set starts_at = ?, minutes = ?, place = ?, link = ?, state = ?, proposed_by = ?, reason = ?,
                            result = ?, changed_at = ?
                        where id = ?
                        """).params(columns(interview)).param(interview.id()).update();
    }

    private static List<@Nullable Object> columns(Interview interview) {
        Side proposedBy = interview.state().proposedBy();
        List<@Nullable Object> columns = new ArrayList<>();
        columns.add(Rows.time(interview.startsAt()));
        columns.add(interview.minutes());
        columns.add(interview.place());
        columns.add(interview.link());
        columns.add(interview.state().status().name());
        columns.add(proposedBy == null ? null : proposedBy.name());
        columns.add(interview.state().reason());
        columns.add(interview.state().result());
        columns.add(Rows.time(interview.changedAt()));
        return columns;
    }

    @Override
    public List<Meeting> due(Instant now) {
        return jdbc.sql(MeetingRow.SELECT + "where state = 'INVITED' and respond_by <= ? order by respond_by limit ?")
                .param(Rows.time(now))
                .param(MOST_SWEPT)
                .query(MeetingRow::read)
                .list();
    }

    @Override
    public List<Meeting> overtaken() {
        return jdbc.sql(MeetingRow.SELECT + "where id in (select id from (" + OVERTAKEN + ") gone order by id limit ?)")
                .param(MOST_SWEPT)
                .query(MeetingRow::read)
                .list();
    }

    @Override
    public Optional<Overtaken> overtaken(UUID id) {
        return jdbc.sql(OVERTAKEN + "and m.id = ?")
                .param(id)
                .query((row, number) -> Overtaken.valueOf(row.getString("overtaken_by")))
                .optional();
    }

    @Override
    public Map<UUID, List<Interview>> interviews(Collection<UUID> meetings) {
        Map<UUID, List<Interview>> interviews = new HashMap<>();
        jdbc.sql(MeetingRow.SELECT_INTERVIEW + "where meeting = any(?) order by starts_at, id")
                .param(meetings.toArray(UUID[]::new))
                .query(MeetingRow::readInterview)
                .list()
                .forEach(interview -> interviews
                        .computeIfAbsent(interview.meeting(), id -> new ArrayList<>())
                        .add(interview));
        return interviews;
    }

    @Override
    public Map<UUID, List<Meeting.Entry>> histories(Collection<UUID> meetings) {
        Map<UUID, List<Meeting.Entry>> histories = new HashMap<>();
        jdbc.sql("""
                        select meeting, what, interview, act, reason, at, role, subject from meeting_history
                        where meeting = any(?) order by meeting, version
                        """).param(meetings.toArray(UUID[]::new)).query(row -> {
            String act = row.getString("act");
            Meeting.Entry entry = new Meeting.Entry(
                    row.getString("what"),
                    row.getObject("interview", UUID.class),
                    act == null ? null : Act.valueOf(act),
                    row.getString("reason"),
                    Rows.instant(row, "at"),
                    new Actor(row.getString("role"), row.getString("subject")));
            histories
                    .computeIfAbsent(Rows.id(row, "meeting"), id -> new ArrayList<>())
                    .add(entry);
        });
        return histories;
    }

    @Override
    public Page<Meeting> list(Between asked, @Nullable MeetingStatus status, Page.Request request) {
        List<Meeting> rows = BetweenRows.page(jdbc, MeetingRow.SELECT, "true", asked, status, request)
                .query(MeetingRow::read)
                .list();
        return Page.of(rows, request, meeting -> meeting.id().toString());
    }
}
