package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.inbox.MeetingReading.Happened;
import dev.talentpipeline.notification.inbox.MeetingReading.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is told what of a meeting: the student and the company's desk, each of what the other, or somebody else, did. It is urgent where the time to answer, or the
 * interview, is close. A desk hears no word of who the student is.
 */
final class MeetingNotices {

    /** What is nearer than this is urgent. */
    private static final Duration CLOSE = Duration.ofDays(2);

    private static final String STUDENT = "STUDENT";
    private static final String COMPANY = "COMPANY";

    private MeetingNotices() {}

    /**
     * What somebody is told.
     *
     * @param addressee a person, or the desk of an organisation
     * @param at the instant that hangs on it; null: none does
     * @param student whom a desk meets; null: the addressee
     */
    record Told(
            String addressee,
            NoticeKind kind,
            Step step,
            @Nullable Instant at,
            @Nullable String student) {}

    /**
     * @param before what was read of the meeting before
     */
    static List<Told> calledForBy(MeetingNews news, Optional<MeetingReading> before) {
        return news.reading()
                .newIn(news.version(), news.changedAt(), before)
                .map(happened -> told(news, happened))
                .orElse(List.of());
    }

    private static List<Told> told(MeetingNews news, Happened happened) {
        boolean close = isClose(news, happened.at());
        List<Told> told = new ArrayList<>();
        if (concerns(STUDENT, news, happened)) {
            told.add(new Told(
                    news.personId(), studentKind(happened.step(), close), happened.step(), happened.at(), null));
        }
        if (concerns(COMPANY, news, happened)) {
            String desk = Desk.of(news.sides().company());
            told.add(
                    new Told(desk, deskKind(happened.step(), close), happened.step(), happened.at(), news.studentId()));
        }
        return told;
    }

    /** Nobody is told what they did themselves, nor asked for an answer that is the other side's to give. */
    private static boolean concerns(String side, MeetingNews news, Happened happened) {
        return switch (happened.step()) {
            case INVITED -> side.equals(STUDENT);
            case INTERVIEW_PROPOSED, INTERVIEW_MOVED -> !side.equals(happened.proposedBy());
            default -> !side.equals(news.changedBy());
        };
    }

    private static boolean isClose(MeetingNews news, @Nullable Instant at) {
        return at != null
                && at.isAfter(news.changedAt())
                && at.isBefore(news.changedAt().plus(CLOSE));
    }

    private static NoticeKind studentKind(Step step, boolean close) {
        if (close) {
            return NoticeKind.MEETING_SOON;
        }
        return step.isToAnswer() ? NoticeKind.MEETING_TO_ANSWER : NoticeKind.MEETING_NEWS;
    }

    private static NoticeKind deskKind(Step step, boolean close) {
        if (close) {
            return NoticeKind.DESK_MEETING_SOON;
        }
        return step.isToAnswer() ? NoticeKind.DESK_MEETING_TO_ANSWER : NoticeKind.DESK_MEETING_NEWS;
    }
}
