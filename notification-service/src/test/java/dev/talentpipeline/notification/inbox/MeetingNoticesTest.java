package dev.talentpipeline.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.inbox.MeetingReading.Interview;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeetingNoticesTest {

    private static final Instant NOW = Instant.parse("2027-03-08T02:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Instant NEXT_WEEK = NOW.plus(Duration.ofDays(7));
    private static final MeetingReading INVITED = invited(NEXT_WEEK);
    private static final MeetingReading MEET = open();

    @Test
    void anInvitationIsTheStudentsToAnswer() {
        assertThat(told("COMPANY", INVITED, null)).containsExactly("li-lei MEETING_TO_ANSWER INVITED " + NEXT_WEEK);
        assertThat(told("COMPANY", invited(TOMORROW), null)).containsExactly("li-lei MEETING_SOON INVITED " + TOMORROW);
        // Told again after a restore it is still nobody's but the student's.
        assertThat(told("SYSTEM", INVITED, MEET)).containsExactly("li-lei MEETING_TO_ANSWER INVITED " + NEXT_WEEK);
    }

    @Test
    void whoDidNotDoItThemselvesIsToldWhatCameOfIt() {
        assertThat(told("STUDENT", MEET, INVITED)).containsExactly("desk:xingchen DESK_MEETING_NEWS ACCEPTED null");
        assertThat(told("UNIVERSITY", in(MeetingState.DECLINED), INVITED))
                .containsExactly("li-lei MEETING_NEWS DECLINED null", "desk:xingchen DESK_MEETING_NEWS DECLINED null");
        assertThat(told("SYSTEM", in(MeetingState.EXPIRED), INVITED))
                .containsExactly("li-lei MEETING_NEWS EXPIRED null", "desk:xingchen DESK_MEETING_NEWS EXPIRED null");
        assertThat(told("COMPANY", in(MeetingState.WITHDRAWN), INVITED))
                .containsExactly("li-lei MEETING_NEWS WITHDRAWN null");
        assertThat(told("COMPANY", MEET, null)).containsExactly("li-lei MEETING_NEWS MET null");
    }

    @Test
    void aTimeIsConfirmedByTheOtherSide() {
        assertThat(told("COMPANY", open(proposed(NEXT_WEEK, "COMPANY")), MEET))
                .containsExactly("li-lei MEETING_TO_ANSWER INTERVIEW_PROPOSED " + NEXT_WEEK);
        assertThat(told("STUDENT", open(proposed(NEXT_WEEK, "STUDENT")), MEET))
                .containsExactly("desk:xingchen DESK_MEETING_TO_ANSWER INTERVIEW_PROPOSED " + NEXT_WEEK);
        assertThat(told("STUDENT", open(proposed(TOMORROW, "STUDENT")), open(confirmed(NEXT_WEEK))))
                .containsExactly("desk:xingchen DESK_MEETING_SOON INTERVIEW_MOVED " + TOMORROW);
        assertThat(told("COMPANY", open(confirmed(TOMORROW)), open(proposed(TOMORROW, "STUDENT"))))
                .containsExactly("li-lei MEETING_SOON INTERVIEW_CONFIRMED " + TOMORROW);
        assertThat(told("STUDENT", open(interview(InterviewState.CANCELLED, NEXT_WEEK)), open(confirmed(NEXT_WEEK))))
                .containsExactly("desk:xingchen DESK_MEETING_NEWS INTERVIEW_CANCELLED " + NEXT_WEEK);
    }

    @Test
    void whatChangesNothingForTheOthersIsNotTold() {
        MeetingReading confirmed = open(confirmed(NEXT_WEEK));

        assertThat(told("COMPANY", open(interview(InterviewState.HELD, NEXT_WEEK)), confirmed))
                .isEmpty();
        assertThat(told("SYSTEM", confirmed, confirmed)).isEmpty();
        assertThat(told("COMPANY", open(interview(InterviewState.CANCELLED, NEXT_WEEK)), MEET))
                .isEmpty();
    }

    @Test
    void anInterviewThatGoesWithItsMeetingIsUrgentWhereItIsClose() {
        MeetingReading over =
                new MeetingReading(MeetingState.ENDED, null, List.of(interview(InterviewState.CANCELLED, TOMORROW)));

        assertThat(told("COMPANY", over, open(confirmed(TOMORROW))))
                .containsExactly("li-lei MEETING_SOON ENDED " + TOMORROW);
        assertThat(told("STUDENT", in(MeetingState.ENDED), MEET))
                .containsExactly("desk:xingchen DESK_MEETING_NEWS ENDED null");
        // One that was held was not called off by it, nor one that is past and that nobody marked.
        assertThat(told("STUDENT", over, open(interview(InterviewState.HELD, TOMORROW))))
                .containsExactly("desk:xingchen DESK_MEETING_NEWS ENDED null");
        assertThat(told("STUDENT", over, open(confirmed(YESTERDAY))))
                .containsExactly("desk:xingchen DESK_MEETING_NEWS ENDED null");
        assertThat(told("STUDENT", over, open(confirmed(YESTERDAY), confirmed(TOMORROW))))
                .containsExactly("desk:xingchen DESK_MEETING_SOON ENDED " + TOMORROW);
    }

    @Test
    void nothingIsToldOfAMeetingThatComesIntoSightInTheMiddle() {
        MeetingNews news = news(3, "COMPANY", MEET);

        assertThat(MeetingNotices.calledForBy(news, Optional.empty())).isEmpty();
    }

    @Test
    void aDeskIsToldOfWhichStudentAndNobodyElseIs() {
        MeetingNews news = news(2, "SYSTEM", in(MeetingState.ENDED));

        assertThat(MeetingNotices.calledForBy(news, Optional.of(open())))
                .extracting(told -> Notice.of(told, news, NOW))
                .extracting(Notice::personId, notice -> notice.facts().student())
                .containsExactlyInAnyOrder(tuple("li-lei", null), tuple(Desk.of("xingchen"), "student-7"));
    }

    private static List<String> told(String by, MeetingReading now, @Nullable MeetingReading before) {
        return MeetingNotices.calledForBy(news(before == null ? 1 : 2, by, now), Optional.ofNullable(before)).stream()
                .map(told -> told.addressee() + " " + told.kind() + " " + told.step() + " " + told.at())
                .toList();
    }

    private static MeetingNews news(long version, String by, MeetingReading now) {
        return new MeetingNews(
                "spring",
                "meeting-1",
                version,
                now,
                "li-lei",
                "student-7",
                "opening",
                new Sides("uni-1", "xingchen"),
                by,
                NOW);
    }

    private static MeetingReading invited(Instant respondBy) {
        return new MeetingReading(MeetingState.INVITED, respondBy, List.of());
    }

    private static MeetingReading in(MeetingState state) {
        return new MeetingReading(state, null, List.of());
    }

    private static MeetingReading open(Interview... interviews) {
        return new MeetingReading(MeetingState.OPEN, null, List.of(interviews));
    }

    private static Interview proposed(Instant at, String by) {
        return new Interview("interview-1", InterviewState.PROPOSED, at, by);
    }

    private static Interview confirmed(Instant at) {
        return interview(InterviewState.CONFIRMED, at);
    }

    private static Interview interview(InterviewState state, Instant at) {
        return new Interview("interview-1", state, at, null);
    }
}
