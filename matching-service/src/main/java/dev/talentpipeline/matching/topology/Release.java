package dev.talentpipeline.matching.topology;

import dev.talentpipeline.matching.clearing.ClearingResult;
import dev.talentpipeline.matching.clearing.Match;
import dev.talentpipeline.matching.topology.ClearingRun.Done;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** A clearing whose matches are being released, some at a time. Used by the task's thread only. */
final class Release {

    private final ClearingRun run;
    private final Done done;
    private final long number;
    private final Iterator<Match> waiting;
    private final Set<String> unsettled = new HashSet<>();
    private int proposed;
    private int passedOver;

    Release(ClearingRun run, Done done, long number) {
        this.run = run;
        this.done = done;
        this.number = number;
        waiting = (done.result().releasable() ? done.result().matches() : List.<Match>of()).iterator();
    }

    ClearingRun run() {
        return run;
    }

    Done done() {
        return done;
    }

    ClearingResult result() {
        return done.result();
    }

    /** The number of the clearing in its programme. */
    long number() {
        return number;
    }

    /** The next matches, at most so many. */
    List<Match> next(int most) {
        List<Match> next = new ArrayList<>();
        while (next.size() < most && waiting.hasNext()) {
            next.add(waiting.next());
        }
        return next;
    }

    boolean isOver() {
        return !waiting.hasNext();
    }

    void proposed() {
        proposed++;
    }

    /** A match about which something changed since is left to the next clearing. */
    void passOver(Match match) {
        passedOver++;
        unsettled.add(match.pair().internshipId());
    }

    int proposals() {
        return proposed;
    }

    int leftToTheNext() {
        return passedOver;
    }

    /** Whether an internship's cutoff was worked out with a student who was not admitted after all; the next clearing tells it. */
    boolean isUnsettled(String internshipId) {
        return unsettled.contains(internshipId);
    }
}
