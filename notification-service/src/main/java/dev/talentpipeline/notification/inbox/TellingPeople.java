package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.ContactWatcher;
import dev.talentpipeline.notification.contact.Contacts;
import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.inbox.Arrival.OfContact;
import dev.talentpipeline.notification.inbox.Arrival.OfInternship;
import dev.talentpipeline.notification.inbox.Arrival.OfProgramme;
import dev.talentpipeline.notification.inbox.Arrived.Fate;
import dev.talentpipeline.notification.inbox.Notices.Advance;
import dev.talentpipeline.notification.listing.ListingWatcher;
import dev.talentpipeline.notification.listing.Listings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes notices of what happens to offers, placements, meetings, openings and imports, and releases each as soon as its person's contact and its labels are here.
 *
 * <p>Keeps two promises: a person is told of a version of each at most once, and nobody is told of anything while the
 * words for it are missing. The caller opens the transaction; every method is safe to call from several threads.
 */
public final class TellingPeople implements ContactWatcher, ListingWatcher {

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
        return offersChanged(List.of(news)).getFirst().isNews();
    }

    /** Tells of versions of offers in their order, and says of each whether it was news and what was known before. */
    public List<Advance> offersChanged(List<OfferNews> news) {
        List<Advance> advances = notices.advance(news);
        List<Telling> told = new ArrayList<>();
        for (int each = 0; each < news.size(); each++) {
            if (advances.get(each).isNews()) {
                told.addAll(calledForBy(news.get(each), advances.get(each).before(), clock.instant()));
            }
        }
        tell(told);
        return advances;
    }

    private static List<Telling> calledForBy(OfferNews news, @Nullable OfferState before, Instant now) {
        OfferState last = before == null ? OfferState.UNKNOWN : before;
        return Stream.concat(
                        NoticeKind.calledForBy(news, last).map(kind -> Notice.of(kind, news, now)).stream(),
                        DeskNotices.calledForBy(news, last).map(told -> Notice.of(told, news, now)))
                .map(notice -> new Telling(notice, news.traceparent()))
                .toList();
    }

    /** Returns whether this was news; false for a version already read or passed. */
    public boolean placementChanged(PlacementNews news) {
        var before = notices.lastReadOfPlacement(news.programmeId(), news.placementId());
        if (!notices.advance(news)) {
            return false;
        }
        PlacementReading last = before.orElse(PlacementReading.NONE);
        Instant now = clock.instant();
        tellAll(Stream.concat(
                news.reading().calledForAfter(last).map(kind -> Notice.of(kind, news, now)).stream(),
                DeskNotices.calledForBy(news, last).map(told -> Notice.of(told, news, now))));
        return true;
    }

    /** Returns whether this was news; false for a version already read or passed. */
    public boolean meetingChanged(MeetingNews news) {
        var before = notices.lastReadOfMeeting(news.programmeId(), news.meetingId());
        if (!notices.advance(news)) {
            return false;
        }
        tellAll(MeetingNotices.calledForBy(news, before).stream().map(told -> Notice.of(told, news, clock.instant())));
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
        if (!told.isEmpty()) {
            notices.expect(told);
        }
        boolean kept = arrival.getAsBoolean();
        tellAll(told.stream());
        return kept || read;
    }

    /** Returns whether this was news; false for a version already read or passed. */
    public boolean importChanged(ImportNews news) {
        var before = notices.lastReadOfImport(news.programmeId(), news.importId());
        if (!notices.advance(news)) {
            return false;
        }
        news.outcomeAfter(before)
                .map(outcome -> Notice.of(news, outcome, clock.instant()))
                .ifPresent(this::tell);
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

    /**
     * A notice that somebody is to be told.
     *
     * @param traceparent of the step by which its delivery goes on; null: of what the thread is doing
     */
    private record Telling(Notice notice, @Nullable String traceparent) {}

    private void tell(Notice notice) {
        tellAll(Stream.of(notice));
    }

    private void tellAll(Stream<Notice> called) {
        tell(called.map(notice -> new Telling(notice, null)).toList());
    }

    /** What needs to wait for nothing is released as it is added. */
    private void tell(List<Telling> told) {
        if (told.isEmpty()) {
            return;
        }
        List<Notice> expected = told.stream().map(Telling::notice).toList();
        notices.expect(expected);
        Arrived arrived = Arrived.of(expected, contacts, listings);
        Set<String> erased = contacts.erased(arrived.withoutContact(expected));
        Instant now = clock.instant();
        List<Notice> waiting = new ArrayList<>();
        List<ReleasedNotice> released = new ArrayList<>();
        for (Telling each : told) {
            switch (arrived.fateOf(each.notice(), now)) {
                case Fate.Waits() -> {
                    if (!erased.contains(each.notice().personId())) {
                        waiting.add(each.notice());
                    }
                }
                case Fate.Dropped() -> {
                    // It is as if it had not been called for.
                }
                case Fate.Released(Opening opening) ->
                    released.add(new ReleasedNotice(each.notice(), opening, each.traceparent()));
            }
        }
        notices.add(waiting);
        notices.addReleased(released, now);
        deliveries.enqueue(released, now);
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
        List<Notice> waiting = notices.lockWaitingFor(arrival);
        if (waiting.isEmpty()) {
            return;
        }
        Arrived arrived = Arrived.of(waiting, contacts, listings);
        Instant now = clock.instant();
        List<ReleasedNotice> released = new ArrayList<>();
        for (Notice notice : waiting) {
            switch (arrived.fateOf(notice, now)) {
                case Fate.Waits() -> {
                    // For something else.
                }
                case Fate.Dropped() -> notices.drop(notice.id());
                case Fate.Released(Opening opening) -> released.add(new ReleasedNotice(notice, opening));
            }
        }
        released.forEach(each -> notices.release(each, now));
        deliveries.enqueue(released, now);
    }
}
