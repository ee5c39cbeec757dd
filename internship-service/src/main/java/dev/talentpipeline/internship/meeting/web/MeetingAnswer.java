package dev.talentpipeline.internship.meeting.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.talentpipeline.internship.meeting.FindingMeeting.Arranged;
import dev.talentpipeline.internship.meeting.FindingMeeting.Told;
import dev.talentpipeline.internship.meeting.Interview;
import dev.talentpipeline.internship.meeting.InterviewMove;
import dev.talentpipeline.internship.meeting.InterviewState;
import dev.talentpipeline.internship.meeting.Meeting;
import dev.talentpipeline.internship.meeting.MeetingAct;
import dev.talentpipeline.internship.meeting.MeetingStatus;
import dev.talentpipeline.internship.meeting.Side;
import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.kit.exports.OnlyInAnswers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as it is answered to one of its sides.
 *
 * @param possible what that side could do in it now
 */
record MeetingAnswer(
        UUID id,
        String programme,
        UUID student,
        @Nullable UUID internship,
        String company,
        Meeting.Origin origin,
        MeetingStatus state,
        @Nullable String reason,
        @Nullable String message,
        @Nullable Instant respondBy,
        long version,
        Instant createdAt,
        Instant changedAt,
        List<InterviewAnswer> interviews,
        List<EntryAnswer> history,
        @OnlyInAnswers List<MeetingAct> possible) {

    /** An interview; its result only for whom the programme shows it to. */
    record InterviewAnswer(
            UUID id,
            InterviewState.Status state,
            Instant startsAt,
            int minutes,
            @Nullable String place,
            @Nullable String link,
            @Nullable Side proposedBy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String result,

            @OnlyInAnswers List<InterviewMove> possible) {

        static InterviewAnswer of(Arranged arranged, boolean results) {
            Interview interview = arranged.interview();
            InterviewState state = interview.state();
            return new InterviewAnswer(
                    interview.id(),
                    state.status(),
                    interview.startsAt(),
                    interview.minutes(),
                    interview.place(),
                    interview.link(),
                    state.proposedBy(),
                    state.reason(),
                    results ? state.result() : null,
                    arranged.possible());
        }
    }

    /** What happened, when, and by whom; who exactly is never told. */
    record EntryAnswer(
            String what,
            Instant at,
            String by,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID interview,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {

        static EntryAnswer of(Meeting.Entry entry, boolean results) {
            boolean hidden = entry.act() == Act.INTERVIEW_RESULT && !results;
            return new EntryAnswer(
                    entry.what(), entry.at(), entry.by().role(), entry.interview(), hidden ? null : entry.reason());
        }
    }

    static MeetingAnswer of(Told told) {
        Meeting meeting = told.meeting();
        return new MeetingAnswer(
                meeting.id(),
                meeting.programme(),
                meeting.student(),
                meeting.internship(),
                meeting.company(),
                meeting.origin(),
                meeting.status(),
                meeting.state().reason(),
                meeting.message(),
                meeting.state().respondBy(),
                meeting.version(),
                meeting.createdAt(),
                meeting.changedAt(),
                told.interviews().stream()
                        .map(interview -> InterviewAnswer.of(interview, told.results()))
                        .toList(),
                told.history().stream()
                        .map(entry -> EntryAnswer.of(entry, told.results()))
                        .toList(),
                told.possible());
    }
}
