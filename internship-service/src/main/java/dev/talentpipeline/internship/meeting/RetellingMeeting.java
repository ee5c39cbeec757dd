package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.reconciliation.Retelling;
import java.time.Clock;
import java.util.Optional;

/** Tells a meeting anew, above what a lost database told of it. */
record RetellingMeeting(String topic, Meetings meetings, People people, MeetingChanges changes, Clock clock)
        implements Retelling {

    @Override
    public Optional<Long> versionOf(String key) {
        return find(key).map(Meeting::version);
    }

    private Optional<Meeting> find(String key) {
        return Retelling.id(key).flatMap(meetings::find);
    }

    @Override
    public long retell(String key, long above) {
        people.lock(find(key).orElseThrow().person());
        Meeting locked = Retelling.id(key).flatMap(meetings::lock).orElseThrow();
        long version = Retelling.above(locked.version(), above);
        changes.retell(locked.toldAs(version, clock.instant()));
        return version;
    }
}
