package dev.talentpipeline.kit.stream;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The streams that are open on this instance, by whose they are, and how many there may be. Who has as many as one may gives up the one that is open for
 * longest: that a page was left shows only when something is to be told there, so it is most likely one that nobody looks at. Guarded by whoever has it.
 *
 * @param <A> whose a stream is
 * @param <S> a stream, which is equal to itself alone
 */
public final class OpenStreams<A, S> {

    private final int mostOfAccount;
    private final int most;
    /** Of each the oldest first. */
    private final Map<A, Set<S>> ofAccounts = new HashMap<>();

    private int count;

    /**
     * None yet.
     *
     * @param mostOfAccount at once of one account; at least one
     * @param most at once on this instance
     */
    public OpenStreams(int mostOfAccount, int most) {
        this.mostOfAccount = mostOfAccount;
        this.most = most;
    }

    /** How many are open. */
    public int count() {
        return count;
    }

    /** The one that has to end first if the account is to have one more. */
    public Optional<S> inTheWayOf(A account) {
        Set<S> own = ofAccounts.getOrDefault(account, Set.of());
        return own.size() < mostOfAccount ? Optional.empty() : own.stream().findFirst();
    }

    /** Whether there is no room for anybody's. */
    public boolean isFull() {
        return count >= most;
    }

    public void add(A account, S stream) {
        if (ofAccounts.computeIfAbsent(account, _ -> new LinkedHashSet<>()).add(stream)) {
            count++;
        }
    }

    /** Whether it was open. */
    public boolean remove(A account, S stream) {
        Set<S> own = ofAccounts.get(account);
        if (own == null || !own.remove(stream)) {
            return false;
        }
        if (own.isEmpty()) {
            ofAccounts.remove(account);
        }
        count--;
        return true;
    }
}
