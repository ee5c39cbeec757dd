package dev.talentpipeline.notification.inbox;

import static dev.talentpipeline.notification.inbox.Channel.EMAIL;
import static dev.talentpipeline.notification.inbox.Channel.INBOX;
import static dev.talentpipeline.notification.inbox.Urgency.NEWS;
import static dev.talentpipeline.notification.inbox.Urgency.URGENT;
import static dev.talentpipeline.notification.inbox.Urgency.WORK;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a notice says, and how it travels. */
public enum NoticeKind {
    /** An offer was extended and waits for the student's answer. */
    OFFER_MADE(URGENT, INBOX, EMAIL),
    /** The student accepted, and the university has yet to endorse. */
    OFFER_ACCEPTED(NEWS, INBOX, EMAIL),
    OFFER_CONFIRMED(NEWS, INBOX, EMAIL),
    /** Says back to students what they did themselves a moment ago, so a mail would be noise. */
    OFFER_DECLINED(NEWS, INBOX),
    OFFER_EXPIRED(NEWS, INBOX, EMAIL),
    OFFER_RESCINDED(NEWS, INBOX, EMAIL),
    /** The university does not endorse what the student accepted. */
    OFFER_REFUSED(NEWS, INBOX, EMAIL),
    /** The university did not endorse in time what the student accepted. */
    OFFER_LAPSED(NEWS, INBOX, EMAIL),
    OFFER_RELEASED(NEWS, INBOX, EMAIL),
    /** The student has yet to answer. */
    OFFER_REMINDER(URGENT, INBOX, EMAIL),
    /** The student has yet to answer, and the time is nearly over. */
    OFFER_ESCALATED(URGENT, INBOX, EMAIL),
    /** The university has yet to endorse what the student accepted, and the time is nearly over. */
    ENDORSEMENT_ESCALATED(URGENT, INBOX, EMAIL),
    /** The university drafted the internship agreement, or gave it another text. */
    AGREEMENT_TO_SIGN(URGENT, INBOX, EMAIL),
    /** All have signed. */
    PLACEMENT_AGREED(NEWS, INBOX, EMAIL),
    /** A step was recorded that counts once the student, or somebody else, confirms it. */
    PLACEMENT_TO_CONFIRM(URGENT, INBOX, EMAIL),
    PLACEMENT_STARTED(NEWS, INBOX, EMAIL),
    PLACEMENT_COMPLETED(NEWS, INBOX, EMAIL),
    PLACEMENT_ENDED(NEWS, INBOX, EMAIL),
    /** The mail about the offer that was released says it already. */
    PLACEMENT_RELEASED(NEWS, INBOX),
    JOB_OFFERED(URGENT, INBOX, EMAIL),
    /** Says back to students what they did themselves, as with what they decline. */
    JOB_ACCEPTED(NEWS, INBOX),
    /** A round is over, and left the student without a place. */
    UNMATCHED(NEWS, INBOX, EMAIL),
    /** A company invites the student, or proposes a time for an interview. */
    MEETING_TO_ANSWER(WORK, INBOX, EMAIL),
    /** The time to answer an invitation is nearly over, or an interview that changed is close. */
    MEETING_SOON(URGENT, INBOX, EMAIL),
    /** What else happens in a meeting without the student's doing. */
    MEETING_NEWS(NEWS, INBOX, EMAIL),
    /** A match waits for the company's approval. */
    OFFER_TO_APPROVE(WORK, true, INBOX, EMAIL),
    /** The same, and the time is nearly over. */
    APPROVAL_DUE(URGENT, true, INBOX, EMAIL),
    /** A student accepted an offer that the university has to endorse. */
    OFFER_TO_ENDORSE(WORK, true, INBOX, EMAIL),
    /** The same, and the time is nearly over. */
    ENDORSEMENT_DUE(URGENT, true, INBOX, EMAIL),
    /** What came of an offer of the company. */
    OFFER_ANSWERED(NEWS, true, INBOX, EMAIL),
    DESK_AGREEMENT_TO_SIGN(WORK, true, INBOX, EMAIL),
    /** A step was recorded that counts once somebody else confirms it. */
    DESK_STEP_TO_CONFIRM(WORK, true, INBOX, EMAIL),
    /** An internship got on: agreed, started, completed, ended, given up; a job was offered or accepted. */
    PLACEMENT_PROGRESS(NEWS, true, INBOX, EMAIL),
    /** What became of a file that the organisation uploaded. */
    IMPORT_FINISHED(NEWS, true, INBOX, EMAIL),
    /** An opening waits for the approval of the university, or of whoever runs the programme. */
    OPENING_TO_APPROVE(WORK, true, INBOX, EMAIL),
    OPENING_APPROVED(NEWS, true, INBOX, EMAIL),
    /** It can be changed and is looked at again then, so its company has something to do. */
    OPENING_REJECTED(WORK, true, INBOX, EMAIL),
    /** A student proposes a time for an interview. */
    DESK_MEETING_TO_ANSWER(WORK, true, INBOX, EMAIL),
    /** An interview that changed is close. */
    DESK_MEETING_SOON(URGENT, true, INBOX, EMAIL),
    /** What else happens in a meeting without the company's doing. */
    DESK_MEETING_NEWS(NEWS, true, INBOX, EMAIL),
    /** An urgent mail to one of the university's students cannot be delivered. */
    STUDENT_NOT_REACHED(URGENT, true, INBOX, EMAIL),
    COMPANY_VERIFIED(NEWS, true, INBOX, EMAIL),
    COMPANY_SUSPENDED(NEWS, true, INBOX, EMAIL),
    /** Several notices in one mail. They are in the inbox one by one. */
    DIGEST(NEWS, EMAIL);

    @SuppressWarnings("ImmutableEnumChecker") // The list is unmodifiable; the interface cannot say so.
    private final List<Channel> channels;

    private final Urgency urgency;

    private final boolean forDesks;

    NoticeKind(Urgency urgency, Channel... channels) {
        this(urgency, false, channels);
    }

    NoticeKind(Urgency urgency, boolean forDesks, Channel... channels) {
        this.urgency = urgency;
        this.forDesks = forDesks;
        this.channels = List.of(channels);
    }

    public Urgency urgency() {
        return urgency;
    }

    public boolean isUrgent() {
        return urgency == URGENT;
    }

    /** Whether there is something to choose about its mails. */
    public boolean isMailedByItself() {
        return this != DIGEST && channels.contains(EMAIL);
    }

    /** Whether it is told to desks of organisations; the others are told to people. */
    public boolean isForDesks() {
        return forDesks;
    }

    /** When it is mailed to whoever has not chosen. A desk has many of a kind, but is verified or suspended once. */
    public Timing usualTiming() {
        boolean oneOfMany = forDesks && urgency != URGENT && this != COMPANY_VERIFIED && this != COMPANY_SUSPENDED;
        return oneOfMany ? Timing.DIGEST : Timing.AT_ONCE;
    }

    public List<Channel> channels() {
        return channels;
    }

    /** The name on the wire and of the template, such as {@code offer-made}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static NoticeKind ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind (" + code + ") is not a kind of notice."));
    }

    /** The notice that the news calls for, if the offer was read in that state before. A version that leaves the state is no change of it. */
    static Optional<NoticeKind> calledForBy(OfferNews news, OfferState before) {
        return news.state() == before ? promptedBy(news) : calledForBy(news.state(), before);
    }

    /** Students are reminded of what is theirs to answer; of an endorsement that does not come they can only ask. */
    private static Optional<NoticeKind> promptedBy(OfferNews news) {
        boolean answers = news.state() == OfferState.EXTENDED || news.state() == OfferState.KEPT;
        return switch (news.prompt()) {
            case NONE -> Optional.empty();
            case REMINDER -> answers ? Optional.of(OFFER_REMINDER) : Optional.empty();
            case ESCALATION -> {
                if (answers) {
                    yield Optional.of(OFFER_ESCALATED);
                }
                yield news.state() == OfferState.ACCEPTED ? Optional.of(ENDORSEMENT_ESCALATED) : Optional.empty();
            }
        };
    }

    /**
     * The notice that an offer in this state calls for. Nothing is said of a proposal that was not admitted or that the
     * company has yet to approve, not even when it is taken back: its student has never heard of it. What comes in the place
     * of a kept offer says so by itself.
     *
     * @param before the state in which it was read before
     */
    static Optional<NoticeKind> calledForBy(OfferState state, OfferState before) {
        return switch (state) {
            case EXTENDED -> Optional.of(OFFER_MADE);
            case ACCEPTED -> Optional.of(OFFER_ACCEPTED);
            case CONFIRMED -> Optional.of(OFFER_CONFIRMED);
            case DECLINED -> Optional.of(OFFER_DECLINED);
            case EXPIRED -> Optional.of(OFFER_EXPIRED);
            case RESCINDED -> before == OfferState.AWAITING_APPROVAL ? Optional.empty() : Optional.of(OFFER_RESCINDED);
            case REFUSED -> Optional.of(OFFER_REFUSED);
            // What lapsed because the company did not approve it is as unknown to the student as what it vetoed.
            case LAPSED -> before == OfferState.ACCEPTED ? Optional.of(OFFER_LAPSED) : Optional.empty();
            case RELEASED -> Optional.of(OFFER_RELEASED);
            case REJECTED, AWAITING_APPROVAL, VETOED, KEPT, REPLACED, UNKNOWN -> Optional.empty();
        };
    }
}
