package dev.talentpipeline.notification.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;

/**
 * One person told of one version of one subject. A notice names nobody: its person is an id, and its text is put into
 * words when it is read or sent, in the language the person has then.
 *
 * @param subject id of the offer or placement that it is about
 * @param subjectVersion version of that
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

    /** The notice that the news calls for. Its id follows from person and event, so the same event makes the same notice. */
    static Notice of(NoticeKind kind, News news, Instant createdAt) {
        String identity = news.personId() + "/" + news.subject() + "/" + news.version();
        return new Notice(
                UUID.nameUUIDFromBytes(identity.getBytes(UTF_8)),
                kind,
                news.personId(),
                news.subject(),
                news.version(),
                news.programmeId(),
                news.internshipId(),
                news.facts(),
                createdAt);
    }
}
