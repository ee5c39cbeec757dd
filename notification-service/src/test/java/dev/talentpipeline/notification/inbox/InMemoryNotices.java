package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.notification.inbox.Arrival.OfContact;
import dev.talentpipeline.notification.inbox.Arrival.OfInternship;
import dev.talentpipeline.notification.inbox.Arrival.OfProgramme;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Notices in maps, for tests on one thread. */
public final class InMemoryNotices implements Notices {

    private final Map<String, OfferNews> read = new HashMap<>();
    private final Map<String, PlacementNews> placementsRead = new HashMap<>();
    private final Map<String, OpeningNews> openingsRead = new HashMap<>();
    private final Map<String, ImportNews> importsRead = new HashMap<>();
    private final Map<String, MeetingNews> meetingsRead = new HashMap<>();
    private final Map<UUID, Notice> waiting = new LinkedHashMap<>();
    private final Map<UUID, ReleasedNotice> released = new LinkedHashMap<>();

    public List<Notice> waiting() {
        return List.copyOf(waiting.values());
    }

    public List<ReleasedNotice> released() {
        return List.copyOf(released.values());
    }

    @Override
    public List<Advance> advance(List<OfferNews> news) {
        return news.stream().map(this::advance).toList();
    }

    private Advance advance(OfferNews news) {
        String key = news.programmeId() + "/" + news.offerId();
        OfferNews before = read.get(key);
        boolean isNews = before == null || before.version() < news.version();
        if (isNews) {
            read.put(key, news);
        }
        return new Advance(isNews, before == null ? null : before.state());
    }

    @Override
    public boolean advance(PlacementNews news) {
        String key = news.programmeId() + "/" + news.placementId();
        PlacementNews before = placementsRead.get(key);
        if (before != null && before.version() >= news.version()) {
            return false;
        }
        placementsRead.put(key, news);
        return true;
    }

    @Override
    public Optional<PlacementReading> lastReadOfPlacement(String programmeId, String placementId) {
        return Optional.ofNullable(placementsRead.get(programmeId + "/" + placementId))
                .map(PlacementNews::reading);
    }

    @Override
    public boolean advance(MeetingNews news) {
        String key = news.programmeId() + "/" + news.meetingId();
        MeetingNews before = meetingsRead.get(key);
        if (before != null && before.version() >= news.version()) {
            return false;
        }
        meetingsRead.put(key, news);
        return true;
    }

    @Override
    public Optional<MeetingReading> lastReadOfMeeting(String programmeId, String meetingId) {
        return Optional.ofNullable(meetingsRead.get(programmeId + "/" + meetingId))
                .map(MeetingNews::reading);
    }

    @Override
    public boolean advance(OpeningNews news) {
        String key = news.programmeId() + "/" + news.internshipId();
        OpeningNews before = openingsRead.get(key);
        if (before != null && before.version() >= news.version()) {
            return false;
        }
        openingsRead.put(key, news);
        return true;
    }

    @Override
    public Optional<OpeningReading> lastReadOfOpening(String programmeId, String internshipId) {
        return Optional.ofNullable(openingsRead.get(programmeId + "/" + internshipId))
                .map(OpeningNews::reading);
    }

    @Override
    public boolean advance(ImportNews news) {
        String key = news.programmeId() + "/" + news.importId();
        ImportNews before = importsRead.get(key);
        if (before != null && before.version() >= news.version()) {
            return false;
        }
        importsRead.put(key, news);
        return true;
    }

    @Override
    public Optional<ImportState> lastReadOfImport(String programmeId, String importId) {
        return Optional.ofNullable(importsRead.get(programmeId + "/" + importId))
                .map(ImportNews::state);
    }

    @Override
    public void add(List<Notice> added) {
        added.forEach(notice -> waiting.put(notice.id(), notice));
    }

    @Override
    public void addReleased(List<ReleasedNotice> added, Instant at) {
        added.forEach(notice -> released.put(notice.notice().id(), notice));
    }

    @Override
    public void expect(List<Notice> notices) {
        // There is only one thread.
    }

    @Override
    public void expectedArrived(Arrival arrival) {
        // There is only one thread.
    }

    @Override
    public List<Notice> lockWaitingFor(Arrival arrival) {
        return waiting.values().stream()
                .filter(notice -> switch (arrival) {
                    case OfContact(String person) -> notice.personId().equals(person);
                    case OfProgramme(String programme) -> notice.programmeId().equals(programme);
                    case OfInternship(String programme, String internship) ->
                        notice.programmeId().equals(programme)
                                && notice.internshipId().equals(internship);
                })
                .toList();
    }

    @Override
    public void release(ReleasedNotice notice, Instant at) {
        waiting.remove(notice.notice().id());
        released.put(notice.notice().id(), notice);
    }

    @Override
    public List<ReleasedNotice> released(Collection<UUID> ids) {
        return ids.stream().flatMap(id -> Stream.ofNullable(released.get(id))).toList();
    }

    @Override
    public void drop(UUID noticeId) {
        waiting.remove(noticeId);
    }

    @Override
    public void deleteAllOf(String personId) {
        waiting.values().removeIf(notice -> notice.personId().equals(personId));
        released.values().removeIf(notice -> notice.notice().personId().equals(personId));
    }
}
