package dev.talentpipeline.matching.topology;

import dev.talentpipeline.events.PlacementOffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which proposals of a programme nobody answered yet, and when each is to be repeated: it, or its answer, may be lost. Answers come in the order of the proposals, so as long as earlier ones are being answered a
 * proposal is not lost but has yet to have its turn; to repeat it then would only make the queue longer in which it stands. Used by one thread.
 */
final class UnansweredProposals {

    /** So many proposals are repeated before others have their turn. */
    private static final int REPEATED_AT_ONCE = 500;

    /** In the order in which they are to be repeated. */
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    private long nextPlace;
    private long lastAnswered = -1;
    private @Nullable Instant answeredAt;

    /**
     * @param place in the order in which they were made
     */
    private record Waiting(PlacementOffer proposal, long place, Instant repeatAt) {}

    /** Later ones are never repeated earlier. */
    void add(PlacementOffer proposal, Instant repeatAt) {
        waiting.put(proposal.getOfferId(), new Waiting(proposal, nextPlace++, repeatAt));
    }

    /** The offer has an answer, or is erased. */
    void answered(String offerId, Instant now) {
        Waiting answered = waiting.remove(offerId);
        if (answered != null) {
            lastAnswered = Math.max(lastAnswered, answered.place());
            answeredAt = now;
        }
    }

    /** Those whose time has come, which is put off by the given time. */
    List<PlacementOffer> toRepeat(Instant now, Duration repeatAfter) {
        boolean areBeingAnswered =
                answeredAt != null && answeredAt.plus(repeatAfter).isAfter(now);
        List<PlacementOffer> due = new ArrayList<>();
        List<Waiting> putOff = new ArrayList<>();
        var inOrder = waiting.values().iterator();
        while (inOrder.hasNext() && due.size() < REPEATED_AT_ONCE) {
            Waiting first = inOrder.next();
            if (first.repeatAt().isAfter(now)) {
                break;
            }
            inOrder.remove();
            if (areBeingAnswered && first.place() > lastAnswered) {
                putOff.add(new Waiting(first.proposal(), first.place(), now.plus(repeatAfter)));
            } else {
                due.add(first.proposal());
            }
        }
        putOff.forEach(each -> waiting.put(each.proposal().getOfferId(), each));
        due.forEach(proposal -> add(proposal, now.plus(repeatAfter)));
        return due;
    }

    /** When the next is to be repeated; empty: none waits. */
    Optional<Instant> next() {
        return waiting.values().stream().findFirst().map(Waiting::repeatAt);
    }
}
