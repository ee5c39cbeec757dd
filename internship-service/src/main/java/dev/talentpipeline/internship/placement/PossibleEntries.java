package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.person.OwnWord;
import dev.talentpipeline.internship.placement.Entries.Taken;
import dev.talentpipeline.kit.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a caller could enter into a placement's record now: what its decision, asked, would enter for them. A day may still be refused.
 *
 * @param steps that could be recorded
 * @param replies that could be given, by the number of the entry that they are about
 */
public record PossibleEntries(List<Step> steps, Map<Integer, List<Reply>> replies) {

    private static final PossibleEntries NONE = new PossibleEntries(List.of(), Map.of());

    public PossibleEntries {
        steps = List.copyOf(steps);
        replies = Map.copyOf(replies);
    }

    public static PossibleEntries of(Caller caller, Placement placement) {
        return FindingPlacement.party(caller, placement)
                .map(by -> of(caller, placement, by))
                .orElse(NONE);
    }

    private static PossibleEntries of(Caller caller, Placement placement, Party by) {
        boolean ownWord = by != Party.STUDENT || OwnWord.isOf(caller);
        return new PossibleEntries(
                ownWord ? PlacementDecision.possible(placement, by) : List.of(),
                placement
                        .entries()
                        .steps()
                        .collect(Collectors.toMap(
                                Taken::number,
                                taken -> PlacementDecision.possible(placement, taken.number(), by).stream()
                                        .filter(reply -> ownWord || !reply.needsOwnWord())
                                        .toList())));
    }

    public List<Reply> replies(int entry) {
        return replies.getOrDefault(entry, List.of());
    }
}
