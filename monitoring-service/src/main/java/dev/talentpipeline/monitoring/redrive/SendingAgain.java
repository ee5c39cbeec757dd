package dev.talentpipeline.monitoring.redrive;

import dev.talentpipeline.monitoring.deadletter.Selection;
import dev.talentpipeline.monitoring.lag.WatchingLag;
import dev.talentpipeline.monitoring.redrive.Redrives.Queued;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lets leave what is queued, second by second. A record leaves before it is noted as sent: after a crash in between it leaves twice, and its reader drops the second.
 * Whether its person was erased is asked again for each at that moment.
 */
public final class SendingAgain {

    private final Redrives redrives;
    private final DeadLetterTopics topics;
    private final WatchingLag watching;
    private final Clock clock;

    public SendingAgain(Redrives redrives, DeadLetterTopics topics, WatchingLag watching, Clock clock) {
        this.redrives = redrives;
        this.topics = topics;
        this.watching = watching;
        this.clock = clock;
    }

    /** Sends what is due, of one redrive; says whether there was anything. The caller opens the transaction. */
    public boolean step() {
        List<Queued> queued = redrives.next(clock.instant());
        if (queued.isEmpty()) {
            return false;
        }
        Map<Long, Candidate> now = now(queued);
        List<Queued> leaving = new ArrayList<>();
        for (Queued each : queued) {
            Candidate candidate = now.get(each.letter());
            if (candidate == null) {
                redrives.refused(each.record(), "GONE", clock.instant());
            } else if (candidate.erased()) {
                redrives.refused(each.record(), "ERASED", clock.instant());
            } else if (candidate.quarantined()) {
                redrives.refused(each.record(), "QUARANTINED", clock.instant());
            } else {
                leaving.add(each);
            }
        }
        Map<Long, DeadLetterTopics.Result> results = topics.sendAgain(leaving);
        Instant at = clock.instant();
        redrives.sent(
                leaving.stream()
                        .map(Queued::record)
                        .filter(record -> results.get(record) == DeadLetterTopics.Result.SENT)
                        .toList(),
                at);
        results.forEach((record, result) -> {
            if (result != DeadLetterTopics.Result.SENT) {
                redrives.refused(record, result.name(), at);
            }
        });
        return true;
    }

    private Map<Long, Candidate> now(List<Queued> queued) {
        Selection these =
                new Selection(queued.stream().map(Queued::letter).toList(), null, null, null, null, null, null, null);
        return redrives.candidates(these, watching.seen().groups(), queued.size()).stream()
                .collect(Collectors.toMap(Candidate::letter, Function.identity()));
    }
}
