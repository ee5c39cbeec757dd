package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.Contacts;
import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.listing.Internship;
import dev.talentpipeline.notification.listing.Listings;
import dev.talentpipeline.notification.listing.Programme;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is here of all that some notices need to be put into words; looked up once for all of them. */
final class Arrived {

    private static final Duration LATEST_AT_DESK = Duration.ofDays(7);

    private final Map<String, Contact> contacts;
    private final Map<String, Programme> programmes;
    private final Map<Listings.Key, Internship> internships;

    private Arrived(
            Map<String, Contact> contacts,
            Map<String, Programme> programmes,
            Map<Listings.Key, Internship> internships) {
        this.contacts = contacts;
        this.programmes = programmes;
        this.internships = internships;
    }

    static Arrived of(Collection<Notice> notices, Contacts contacts, Listings listings) {
        return new Arrived(
                contacts.find(notices.stream().map(Notice::personId).collect(Collectors.toSet())),
                listings.programmes(notices.stream()
                        .filter(Notice::isOfProgramme)
                        .map(Notice::programmeId)
                        .collect(Collectors.toSet())),
                listings.internships(notices.stream()
                        .filter(notice -> notice.isOfProgramme() && notice.isOfInternship())
                        .map(Arrived::key)
                        .collect(Collectors.toSet())));
    }

    /** What becomes of a notice. */
    sealed interface Fate {

        /** Something that it needs is not here yet. */
        record Waits() implements Fate {}

        /** Nobody is to be told. */
        record Dropped() implements Fate {}

        record Released(Opening opening) implements Fate {}
    }

    /** Those for whom there is no contact. */
    Set<String> withoutContact(Collection<Notice> notices) {
        return notices.stream()
                .map(Notice::personId)
                .filter(person -> !contacts.containsKey(person))
                .collect(Collectors.toSet());
    }

    Fate fateOf(Notice notice, Instant now) {
        if (!contacts.containsKey(notice.personId())) {
            return new Fate.Waits();
        }
        if (isTooOld(notice, now)) {
            return new Fate.Dropped();
        }
        if (!notice.isOfProgramme()) {
            return new Fate.Released(Opening.NONE);
        }
        Programme programme = programmes.get(notice.programmeId());
        if (programme == null) {
            return new Fate.Waits();
        }
        if (!notice.isOfInternship()) {
            return new Fate.Released(Opening.ofProgramme(programme.name()));
        }
        Internship internship = internships.get(key(notice));
        if (internship == null) {
            return new Fate.Waits();
        }
        return isCalledFor(notice.kind(), programme)
                ? new Fate.Released(new Opening(
                        programme.name(),
                        internship.title(),
                        internship.company(),
                        internship.stipend(),
                        silence(notice.kind(), programme)))
                : new Fate.Dropped();
    }

    /** An organisation that is entered late is not told all that happened before. */
    private static boolean isTooOld(Notice notice, Instant now) {
        return Desk.isDesk(notice.personId())
                && notice.createdAt().plus(LATEST_AT_DESK).isBefore(now);
    }

    /** Where nobody endorses, an acceptance is confirmed at once and the confirmation says it all. */
    private static boolean isCalledFor(NoticeKind kind, Programme programme) {
        return (kind != NoticeKind.OFFER_ACCEPTED && kind != NoticeKind.OFFER_TO_ENDORSE)
                || programme.universityEndorsement();
    }

    /** What the programme makes of it if whoever a notice of that kind asks does not answer. */
    private static @Nullable String silence(NoticeKind kind, Programme programme) {
        return switch (kind) {
            case OFFER_TO_APPROVE, APPROVAL_DUE -> programme.approvalDefault();
            case OFFER_TO_ENDORSE, ENDORSEMENT_DUE, ENDORSEMENT_ESCALATED -> programme.endorsementDefault();
            default -> null;
        };
    }

    private static Listings.Key key(Notice notice) {
        return new Listings.Key(notice.programmeId(), notice.internshipId());
    }
}
