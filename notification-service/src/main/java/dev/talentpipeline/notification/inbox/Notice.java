package dev.talentpipeline.notification.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.inbox.DeskNotices.ToDesk;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One person told of one version of one subject. A notice names nobody: its person is an id, and its text is put into
 * words when it is read or sent, in the language the person has then.
 *
 * @param subject id of the offer, placement, meeting, opening or import that it is about, or of the programme
 * @param subjectVersion version of that; of a programme the number of the clearing
 */
public record Notice(
        UUID id,
        NoticeKind kind,
        String personId,
        String subject,
        long subjectVersion,
        String programmeId,
        String internshipId,
        Facts facts,
        Instant createdAt) {

    /** Whether it is about something in a programme, whose labels it needs to be put into words. */
    boolean isOfProgramme() {
        return !programmeId.isEmpty();
    }

    /** Whether it is about an internship, whose labels it needs as well. */
    boolean isOfInternship() {
        return !internshipId.isEmpty();
    }

    /** Stands for all the notices that are mailed to the person together at that instant. It is about nothing else. */
    public static Notice digest(String personId, Instant at) {
        return new Notice(
                idOf(personId, "digest", at.toEpochMilli()),
                NoticeKind.DIGEST,
                personId,
                "digest",
                at.toEpochMilli(),
                "",
                "",
                Facts.NONE,
                at);
    }

    /** The notice that the news calls for. Its id follows from person and event, so the same event makes the same notice. */
    static Notice of(NoticeKind kind, News news, Instant createdAt) {
        return of(kind, news.personId(), news, news.facts(), createdAt);
    }

    /** What a desk is told of the news. */
    static Notice of(ToDesk told, News news, Instant createdAt) {
        return of(told.kind(), told.desk(), news, news.facts().forDesk(told.what()), createdAt);
    }

    /** What somebody is told of a meeting: what is new in it by its code, the instant that hangs on it, and for a desk the student. */
    static Notice of(MeetingNotices.Told told, MeetingNews news, Instant createdAt) {
        return new Notice(
                idOf(told.addressee(), news.meetingId(), news.version()),
                told.kind(),
                told.addressee(),
                news.meetingId(),
                news.version(),
                news.programmeId(),
                news.internshipId(),
                new Facts(null, null, told.at(), told.step().name(), List.of(), List.of(), told.student()),
                createdAt);
    }

    /** What a desk is told of an opening. */
    static Notice of(OpeningNotices.Told told, OpeningNews news, Instant createdAt) {
        return new Notice(
                idOf(told.desk(), news.internshipId(), news.version()),
                told.kind(),
                told.desk(),
                news.internshipId(),
                news.version(),
                news.programmeId(),
                news.internshipId(),
                Facts.NONE.forDesk(news.reason()),
                createdAt);
    }

    /** What became of a file, told to the desk that uploaded it. */
    static Notice of(ImportNews news, String outcome, Instant createdAt) {
        String desk = Desk.of(news.organisation());
        return new Notice(
                idOf(desk, news.importId(), news.version()),
                NoticeKind.IMPORT_FINISHED,
                desk,
                news.importId(),
                news.version(),
                news.programmeId(),
                "",
                Facts.ofImport(outcome, news.rows().byName()),
                createdAt);
    }

    /** That this notice does not reach its person, told to a desk. It is about this notice, and says the id of what that is about. */
    Notice notReached(String desk, Instant at) {
        return new Notice(
                idOf(desk, id.toString(), 1),
                NoticeKind.STUDENT_NOT_REACHED,
                desk,
                id.toString(),
                1,
                programmeId,
                internshipId,
                facts.forDesk(subject),
                at);
    }

    /** That a round of a programme left the person without a place. It is about the programme, and the clearing's number stands for the version. */
    static Notice ofRound(String personId, String programmeId, long clearing, Instant createdAt) {
        return new Notice(
                idOf(personId, programmeId, clearing),
                NoticeKind.UNMATCHED,
                personId,
                programmeId,
                clearing,
                programmeId,
                "",
                Facts.NONE,
                createdAt);
    }

    /** How a company stands now, told to its desk. It is about no programme. */
    static Notice ofCompany(NoticeKind kind, String desk, long version, Instant createdAt) {
        return new Notice(idOf(desk, desk, version), kind, desk, desk, version, "", "", Facts.NONE, createdAt);
    }

    private static UUID idOf(String personId, String subject, long version) {
        return UUID.nameUUIDFromBytes((personId + "/" + subject + "/" + version).getBytes(UTF_8));
    }

    private static Notice of(NoticeKind kind, String addressee, News news, Facts facts, Instant createdAt) {
        return new Notice(
                idOf(addressee, news.subject(), news.version()),
                kind,
                addressee,
                news.subject(),
                news.version(),
                news.programmeId(),
                news.internshipId(),
                facts,
                createdAt);
    }
}
