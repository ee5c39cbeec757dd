package dev.talentpipeline.internship.meeting.postgres;

import dev.talentpipeline.internship.meeting.Interview;
import dev.talentpipeline.internship.meeting.InterviewState;
import dev.talentpipeline.internship.meeting.InterviewState.Cancelled;
import dev.talentpipeline.internship.meeting.InterviewState.Confirmed;
import dev.talentpipeline.internship.meeting.InterviewState.Held;
import dev.talentpipeline.internship.meeting.InterviewState.Proposed;
import dev.talentpipeline.internship.meeting.Meeting;
import dev.talentpipeline.internship.meeting.MeetingState;
import dev.talentpipeline.internship.meeting.MeetingState.Declined;
import dev.talentpipeline.internship.meeting.MeetingState.Ended;
import dev.talentpipeline.internship.meeting.MeetingState.Expired;
import dev.talentpipeline.internship.meeting.MeetingState.Invited;
import dev.talentpipeline.internship.meeting.MeetingState.Open;
import dev.talentpipeline.internship.meeting.MeetingState.Withdrawn;
import dev.talentpipeline.internship.meeting.MeetingStatus;
import dev.talentpipeline.internship.meeting.Side;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Meetings and interviews as rows. */
final class MeetingRow {

    static final String SELECT = """
            select id, programme, student, person, university, company, internship, origin, message, version, state, reason, respond_by,
                created_at, changed_at
            from meeting
            """;

    static final String SELECT_INTERVIEW = """
            select id, meeting, starts_at, minutes, place, link, state, proposed_by, reason, result, changed_at from interview
            """;

    private MeetingRow() {}

    static Meeting read(ResultSet row, int number) throws SQLException {
        return new Meeting(
                Rows.id(row, "id"),
                row.getString("programme"),
                Rows.id(row, "student"),
                Rows.id(row, "person"),
                row.getString("university"),
                row.getString("company"),
                row.getObject("internship", UUID.class),
                Meeting.Origin.valueOf(row.getString("origin")),
                row.getString("message"),
                row.getLong("version"),
                state(row),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "changed_at"));
    }

    private static MeetingState state(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return switch (MeetingStatus.valueOf(row.getString("state"))) {
            case INVITED -> new Invited(Rows.instant(row, "respond_by"));
            case OPEN -> new Open();
            case DECLINED -> new Declined(reason);
            case EXPIRED -> new Expired();
            case WITHDRAWN -> new Withdrawn(reason);
            case ENDED -> new Ended(reason);
        };
    }

    static Interview readInterview(ResultSet row, int number) throws SQLException {
        return new Interview(
                Rows.id(row, "id"),
                Rows.id(row, "meeting"),
                Rows.instant(row, "starts_at"),
                row.getInt("minutes"),
                row.getString("place"),
                row.getString("link"),
                interviewState(row),
                Rows.instant(row, "changed_at"));
    }

    private static InterviewState interviewState(ResultSet row) throws SQLException {
        return switch (InterviewState.Status.valueOf(row.getString("state"))) {
            case PROPOSED -> new Proposed(Side.valueOf(row.getString("proposed_by")));
            case CONFIRMED -> new Confirmed();
            case CANCELLED -> new Cancelled(row.getString("reason"));
            case HELD -> new Held(row.getString("result"));
        };
    }
}
