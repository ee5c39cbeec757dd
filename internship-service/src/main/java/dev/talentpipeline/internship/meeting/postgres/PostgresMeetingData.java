package dev.talentpipeline.internship.meeting.postgres;

import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What meetings hold about people: what a company wrote to them, where they were to be met, and how it went, where the programme lets
 * students see that.
 */
@Component
final class PostgresMeetingData implements PersonalData {

    private static final String SHOWN =
            "(select p.rules ->> 'interviewResults' = 'SHOWN' from programme p where p.id = m.programme)";

    private final JdbcClient jdbc;

    PostgresMeetingData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> heldAbout(UUID person) {
        return Map.of(
                "meetings",
                Rows.ofPerson(jdbc, """
                        select m.id, m.programme, m.company, m.internship, m.origin, m.message, m.state, m.reason, m.created_at,
                            (select coalesce(jsonb_agg(jsonb_build_object('startsAt', i.starts_at, 'minutes', i.minutes,
                                'place', i.place, 'link', i.link, 'state', i.state, 'proposedBy', i.proposed_by, 'reason', i.reason,
                                'result', case when %s then i.result end) order by i.starts_at), '[]')
                             from interview i where i.meeting = m.id) as interviews
                        from meeting m where m.person = ? order by m.created_at, m.id
                        """.formatted(SHOWN), person),
                "meetingHistory",
                Rows.ofPerson(jdbc, """
                        select h.meeting, h.version, h.what, h.interview, h.act,
                            case when h.act is distinct from 'INTERVIEW_RESULT' or %s then h.reason end as reason, h.at, h.role
                        from meeting_history h join meeting m on m.id = h.meeting where m.person = ? order by h.meeting, h.version
                        """.formatted(SHOWN), person),
                "shareCodes",
                Rows.ofPerson(jdbc, """
                        select id, programme, created_at, expires_at, revoked_at, meeting, company from share_code
                        where person = ? order by created_at, id
                        """, person));
    }

    @Override
    public Set<String> ownParts() {
        return Set.of("shareCodes");
    }

    @Override
    public void erase(UUID person) {
        jdbc.sql("update meeting set message = null where person = ? and message is not null")
                .param(person)
                .update();
        jdbc.sql("""
                        update interview set place = null, link = null
                        where (place is not null or link is not null) and meeting in (select id from meeting where person = ?)
                        """).param(person).update();
        jdbc.sql("delete from share_code where person = ?").param(person).update();
        jdbc.sql("""
                        update meeting_history set subject = 'erased'
                        where role = 'STUDENT' and meeting in (select id from meeting where person = ?)
                        """).param(person).update();
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "meeting.message", "interview.place", "interview.link", "share_code.hash", "meeting_history.subject");
    }
}
