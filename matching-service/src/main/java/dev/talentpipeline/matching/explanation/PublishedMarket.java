package dev.talentpipeline.matching.explanation;

import dev.talentpipeline.matching.clearing.Report;
import dev.talentpipeline.matching.clearing.StandingCutoff;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.preference.RankedMarket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A programme as readers see it: facts, reports and cutoffs of one moment. Never changes; a newer one takes its place. Safe for use by
 * many threads: the ranking is worked out by the first who asks, and asked by one at a time.
 */
public final class PublishedMarket {

    private final Market market;
    private final List<Report> reports;
    private final Map<String, StandingCutoff> cutoffs;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Unmatched> unmatched = new ConcurrentHashMap<>();
    private @Nullable RankedMarket ranked;

    /**
     * What is to be seen from now on.
     *
     * @param reports newest first
     * @param cutoffs by internship
     */
    public PublishedMarket(Market market, List<Report> reports, Map<String, StandingCutoff> cutoffs) {
        this.market = market;
        this.reports = List.copyOf(reports);
        this.cutoffs = Map.copyOf(cutoffs);
    }

    public Market market() {
        return market;
    }

    /** The last reports, newest first. */
    public List<Report> reports() {
        return reports;
    }

    public Optional<StandingCutoff> cutoff(String internshipId) {
        return Optional.ofNullable(cutoffs.get(internshipId));
    }

    /** All cutoffs, by internship id. */
    public List<StandingCutoff> cutoffs() {
        return cutoffs.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Why students of a university have no seat. It looks at every pair, so that it is worked out once. */
    Unmatched unmatched(String university) {
        return unmatched.computeIfAbsent(university, asked -> ask(all -> Unmatched.of(all, asked)));
    }

    /** Asks the ranking. */
    <R> R ask(Function<RankedMarket, R> question) {
        lock.lock();
        try {
            if (ranked == null) {
                ranked = RankedMarket.of(market);
            }
            return question.apply(ranked);
        } finally {
            lock.unlock();
        }
    }
}
