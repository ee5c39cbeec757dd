package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.kit.security.Caller;
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

    private final Bounds bounds;
    private final Map<String, Set<InboxFollower>> ofPeople = new HashMap<>();
    private final Map<Caller, Integer> ofAccounts = new HashMap<>();
    private int following;
    private boolean stopped;

    public InboxBell(Bounds bounds) {
        this.bounds = bounds;
    }

    /**
     * How many may follow.
     *
     * @param ofAccount at once of one account
     * @param ofService at once on this instance
     */
    public record Bounds(int ofAccount, int ofService) {}

    /** How many follow. */
    public synchronized int following() {
        return following;
    }

    /** Begins to follow somebody's inbox, to be closed when nobody listens any more; empty where that would be too many. */
    public synchronized Optional<InboxFollower> follow(Caller caller, String personId) {
        int own = ofAccounts.getOrDefault(caller, 0);
        if (own >= bounds.ofAccount() || following >= bounds.ofService()) {
            return Optional.empty();
        }
        var follower = new InboxFollower(self -> leave(caller, personId, self));
        ofPeople.computeIfAbsent(personId, _ -> new HashSet<>()).add(follower);
        ofAccounts.put(caller, own + 1);
        following++;
        if (stopped) {
            follower.end();
        }
        return Optional.of(follower);
    }

    private synchronized void leave(Caller caller, String personId, InboxFollower follower) {
        Set<InboxFollower> all = ofPeople.get(personId);
        if (all == null || !all.remove(follower)) {
            return;
        }
        if (all.isEmpty()) {
            ofPeople.remove(personId);
        }
        ofAccounts.computeIfPresent(caller, (_, count) -> count == 1 ? null : count - 1);
        following--;
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
        ofPeople.values().forEach(all -> all.forEach(InboxFollower::end));
    }
}
