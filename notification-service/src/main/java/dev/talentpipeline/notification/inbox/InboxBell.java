package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.stream.OpenStreams;
import dev.talentpipeline.notification.inbox.InboxFollower.Heard;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rings for whoever has an inbox open when something changed in it. All of it is in memory, of this instance: who follows costs neither a thread of the
 * service nor a connection to the database until it rings. Safe for many threads.
 */
public final class InboxBell {

    private final OpenStreams<Caller, InboxFollower> open;
    private final Map<String, Set<InboxFollower>> ofPeople = new HashMap<>();
    private boolean stopped;

    InboxBell(OpenStreams<Caller, InboxFollower> open) {
        this.open = open;
    }

    /** How many follow. */
    public synchronized int following() {
        return open.count();
    }

    /**
     * Begins to follow somebody's inbox, to be closed when nobody listens any more; empty where the instance has as many as it may. Of an account that has
     * as many as it may, the one that has followed for longest goes.
     */
    public synchronized Optional<InboxFollower> follow(Caller caller, String personId) {
        open.inTheWayOf(caller).ifPresent(oldest -> {
            oldest.end(Heard.DISPLACED);
            oldest.close();
        });
        if (open.isFull()) {
            return Optional.empty();
        }
        var follower = new InboxFollower(self -> leave(caller, personId, self));
        ofPeople.computeIfAbsent(personId, _ -> new HashSet<>()).add(follower);
        open.add(caller, follower);
        if (stopped) {
            follower.end(Heard.OVER);
        }
        return Optional.of(follower);
    }

    private synchronized void leave(Caller caller, String personId, InboxFollower follower) {
        if (open.remove(caller, follower)) {
            Set<InboxFollower> all = ofPeople.getOrDefault(personId, Set.of());
            all.remove(follower);
            if (all.isEmpty()) {
                ofPeople.remove(personId);
            }
        }
    }

    public synchronized void ring(String personId) {
        ofPeople.getOrDefault(personId, Set.of()).forEach(InboxFollower::ring);
    }

    /** After a time in which nobody knows what changed. */
    public synchronized void ringForAll() {
        ofPeople.values().forEach(all -> all.forEach(InboxFollower::ring));
    }

    /** Lets everybody go, for good. */
    public synchronized void stop() {
        stopped = true;
        ofPeople.values().forEach(all -> all.forEach(follower -> follower.end(Heard.OVER)));
    }
}
