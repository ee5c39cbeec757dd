package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.notification.inbox.InboxFollower.Heard;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
    /** The oldest first. */
    private final Map<Caller, Set<InboxFollower>> ofAccounts = new HashMap<>();

    private int following;
    private boolean stopped;

    public InboxBell(Bounds bounds) {
        this.bounds = bounds;
    }

    /**
     * How many may follow.
     *
     * @param ofAccount at once of one account; at least one
     * @param ofService at once on this instance
     */
    public record Bounds(int ofAccount, int ofService) {}

    /** How many follow. */
    public synchronized int following() {
        return following;
    }

    /**
     * Begins to follow somebody's inbox, to be closed when nobody listens any more; empty where the instance has as many as it may. Of an account that has as many as it may, the one
     * that has followed for longest goes: that a page was left shows only when something is to be told there, so it is most likely one that nobody looks at.
     */
    public synchronized Optional<InboxFollower> follow(Caller caller, String personId) {
        Set<InboxFollower> own = ofAccounts.getOrDefault(caller, Set.of());
        if (own.size() >= bounds.ofAccount()) {
            InboxFollower oldest = own.iterator().next();
            oldest.end(Heard.DISPLACED);
            oldest.close();
        }
        if (following >= bounds.ofService()) {
            return Optional.empty();
        }
        var follower = new InboxFollower(self -> leave(caller, personId, self));
        ofPeople.computeIfAbsent(personId, _ -> new HashSet<>()).add(follower);
        ofAccounts.computeIfAbsent(caller, _ -> new LinkedHashSet<>()).add(follower);
        following++;
        if (stopped) {
            follower.end(Heard.OVER);
        }
        return Optional.of(follower);
    }

    private synchronized void leave(Caller caller, String personId, InboxFollower follower) {
        if (without(ofPeople, personId, follower)) {
            without(ofAccounts, caller, follower);
            following--;
        }
    }

    /** Whether it was there. */
    private static <K> boolean without(Map<K, Set<InboxFollower>> followers, K key, InboxFollower follower) {
        Set<InboxFollower> all = followers.getOrDefault(key, Set.of());
        if (!all.contains(follower)) {
            return false;
        }
        all.remove(follower);
        if (all.isEmpty()) {
            followers.remove(key);
        }
        return true;
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
