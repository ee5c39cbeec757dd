package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.ContactWatcher;
import dev.talentpipeline.notification.contact.Contacts;
import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.inbox.Arrival.OfContact;
import dev.talentpipeline.notification.inbox.Arrival.OfInternship;
import dev.talentpipeline.notification.inbox.Arrival.OfProgramme;
import dev.talentpipeline.notification.listing.ListingWatcher;
import dev.talentpipeline.notification.listing.Listings;
import dev.talentpipeline.notification.listing.Programme;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Makes notices of what happens to offers, placements, meetings, openings and imports, and releases each as soon as its person's contact and its labels are here.
 *
 * <p>Keeps two promises: a person is told of a version of each at most once, and nobody is told of anything while the
 * words for it are missing. The caller opens the transaction; every method is safe to call from several threads.
 */
public final class TellingPeople implements ContactWatcher, ListingWatcher {

    private static final Duration LATEST_AT_DESK = Duration.ofDays(7);

    private final Notices notices;
    private final Contacts contacts;
    private final Listings listings;
    private final Deliveries deliveries;
    private final Clock clock;

    public TellingPeople(Notices notices, Contacts contacts, Listings listings, Deliveries deliveries, Clock clock) {
        this.notices = notices;
        this.contacts = contacts;
        this.listings = listings;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Returns whether this was news; false for a version already read or passed. */
    public boolean offerChanged(OfferNews news) {
        return offerChanged(news, notices.lastRead(news.programmeId(), news.offerId()));
    }

    /**
     * The same for who has looked already.
     *
     * @param before the state in which the offer was read last
     */
    public boolean offerChanged(OfferNews news, Optional<OfferState> before) {
        if (!notices.advance(news)) {
            return false;
        }
        OfferState last = before.orElse(OfferState.UNKNOWN);
        NoticeKind.calledForBy(news, last)
                .map(kind -> Notice.of(kind, news, clock.instant()))
                .ifPresent(this::tell);
        DeskNotices.calledForBy(news, last)
                .map(told -> Notice.of(told, news, clock.instant()))
                .forEach(this::tell);
        return true;
    }

    /** Returns whether this was news; false for a version already read or passed. */
    public boolean placementChanged(PlacementNews news) {
        var before = notices.lastReadOfPlacement(news.programmeId(), news.placementId());
        if (!notices.advance(news)) {
            return false;
        }
        PlacementReading last = before.orElse(PlacementReading.NONE);
        news.reading()
                .calledForAfter(last)
                .map(kind -> Notice.of(kind, news, clock.instant()))
                .ifPresent(this::tell);
        DeskNotices.calledForBy(news, last)
                .map(told -> Notice.of(told, news, clock.instant()))
                .forEach(this::tell);
        return true;
    }

    /** Returns whether this was news; false for a version already read or passed. */
    public boolean meetingChanged(MeetingNews news) {
        var before = notices.lastReadOfMeeting(news.programmeId(), news.meetingId());
        if (!notices.advance(news)) {
            return false;
        }
        MeetingNotices.calledForBy(news, before).stream()
                .map(told -> Notice.of(told, news, clock.instant()))
                .forEach(this::tell);
        return true;
    }

    /**
     * Tells desks what is new of an opening's approval.
     *
     * @param arrival keeps its label. What is told expects it first: whoever holds an arrival and then waits for another notice's could wait for each other
     * @return whether this was news; false for a version already read or passed
     */
    public boolean openingChanged(OpeningNews news, BooleanSupplier arrival) {
        var before = notices.lastReadOfOpening(news.programmeId(), news.internshipId());
        boolean read = notices.advance(news);
        List<Notice> told = read
                ? OpeningNotices.calledForBy(news, before).stream()
                        .map(each -> Notice.of(each, news, clock.instant()))
                        .toList()
                : List.of();
        told.forEach(notices::expect);
        boolean kept = arrival.getAsBoolean();
        told.forEach(this::tell);
        return kept || read;
    }

    /** Returns whether this was news; false for a version already read or passed. */
    public boolean importChanged(ImportNews news) {
        var before = notices.lastReadOfImport(news.programmeId(), news.importId());
        if (!notices.advance(news)) {
            return false;
        }
        // A version that leaves the state tells it anew after a restore, and says nothing new.
        if (before.isEmpty() || before.get() != news.state()) {
            news.outcome()
                    .map(outcome -> Notice.of(news, outcome, clock.instant()))
                    .ifPresent(this::tell);
        }
        return true;
    }

    /** Tells the university of a student that something urgent does not reach them. Desks have nobody behind them who could help. */
    public void notReached(Notice urgent) {
        if (!Desk.isDesk(urgent.personId())) {
            contacts.find(urgent.personId())
                    .map(Contact::organisation)
                    .filter(university -> !university.isEmpty())
                    .map(university -> urgent.notReached(Desk.of(university), clock.instant()))
                    .ifPresent(this::tell);
        }
    }

    /** Tells somebody that a round of a programme left them without a place. */
    public void unmatched(String personId, String programmeId, long clearing) {
        tell(Notice.ofRound(personId, programmeId, clearing, clock.instant()));
    }

    private void tell(Notice notice) {
        notices.expect(notice);
        if (!contacts.isErased(notice.personId())) {
            notices.add(notice);
            releaseIfComplete(notice, clock.instant());
        }
    }

    @Override
    public void contactArrived(String personId) {
        releaseWaitingFor(new OfContact(personId));
    }

    @Override
    public void companyStands(String desk, long version, String state) {
        Optional<NoticeKind> kind = switch (state) {
            case "VERIFIED" -> Optional.of(NoticeKind.COMPANY_VERIFIED);
            case "SUSPENDED" -> Optional.of(NoticeKind.COMPANY_SUSPENDED);
            default -> Optional.empty();
        };
        kind.map(each -> Notice.ofCompany(each, desk, version, clock.instant())).ifPresent(this::tell);
    }

    @Override
    public void programmeArrived(String programmeId) {
        releaseWaitingFor(new OfProgramme(programmeId));
    }

    @Override
    public void internshipArrived(String programmeId, String internshipId) {
        releaseWaitingFor(new OfInternship(programmeId, internshipId));
    }

    @Override
    public void personErased(String personId) {
        notices.expectedArrived(new OfContact(personId));
        notices.deleteAllOf(personId);
    }

    private void releaseWaitingFor(Arrival arrival) {
        notices.expectedArrived(arrival);
        Instant now = clock.instant();
        for (Notice notice : notices.lockWaitingFor(arrival)) {
            releaseIfComplete(notice, now);
        }
    }

    private void releaseIfComplete(Notice notice, Instant now) {
        var contact = contacts.find(notice.personId());
        if (contact.isEmpty()) {
            return;
        }
        if (isTooOld(notice, now)) {
            notices.drop(notice.id());
            return;
        }
        if (!notice.isOfProgramme()) {
            release(new ReleasedNotice(notice, Opening.NONE), now);
            return;
        }
        var programme = listings.programme(notice.programmeId());
        if (programme.isPresent() && !notice.isOfInternship()) {
            release(
                    new ReleasedNotice(
                            notice, Opening.ofProgramme(programme.get().name())),
                    now);
            return;
        }
        var internship = listings.internship(notice.programmeId(), notice.internshipId());
        if (programme.isEmpty() || internship.isEmpty()) {
            return;
        }
        if (!isCalledFor(notice.kind(), programme.get())) {
            notices.drop(notice.id());
            return;
        }
        var opening = new Opening(
                programme.get().name(),
                internship.get().title(),
                internship.get().company(),
                internship.get().stipend());
        release(new ReleasedNotice(notice, opening), now);
    }

    private void release(ReleasedNotice released, Instant now) {
        notices.release(released, now);
        deliveries.enqueue(released, now);
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
}
