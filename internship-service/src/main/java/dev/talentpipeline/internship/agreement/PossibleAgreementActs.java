package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.offer.Offer;
import dev.talentpipeline.internship.placement.Placement;
import dev.talentpipeline.internship.placement.Signing;
import dev.talentpipeline.kit.security.Caller;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says beside offers and placements what a caller could do now about the agreements that belong to them, written or yet to be drafted. It looks
 * without locks, so what another does at the same moment may still refuse it.
 */
public final class PossibleAgreementActs {

    private final Agreements agreements;

    PossibleAgreementActs(Agreements agreements) {
        this.agreements = agreements;
    }

    /**
     * About the agreements of one placement.
     *
     * @param firstEmployment whether the employment agreement, of which there is none yet, could be drafted
     * @param internship what could be done with the internship agreement
     * @param employment the same with the employment agreement; nothing while there is none
     */
    public record OfPlacement(boolean firstEmployment, List<AgreementAct> internship, List<AgreementAct> employment) {}

    /** Those of the offers whose internship agreement, of which there is none yet, the caller could draft. */
    public Set<UUID> firstDrafts(Caller caller, List<Offer> offers) {
        Set<UUID> drafts = offers.stream()
                .filter(offer -> isFirst(caller, AgreementKind.INTERNSHIP, Standing.of(offer, null)))
                .map(Offer::id)
                .collect(Collectors.toCollection(HashSet::new));
        if (!drafts.isEmpty()) {
            drafts.removeAll(agreements.drafted(drafts));
        }
        return drafts;
    }

    private static boolean isFirst(Caller caller, AgreementKind kind, Standing standing) {
        return AgreementAct.possible(caller, Paper.unwritten(kind), standing).contains(AgreementAct.DRAFT);
    }

    /** By the ids of the placements. */
    public Map<UUID, OfPlacement> of(Caller caller, List<Placement> placements) {
        Set<UUID> employing = placements.stream()
                .filter(placement -> placement.employment() != null)
                .map(Placement::offer)
                .collect(Collectors.toSet());
        Map<UUID, Integer> jobs = employing.isEmpty() ? Map.of() : agreements.jobs(employing);
        return placements.stream()
                .collect(Collectors.toMap(
                        Placement::id, placement -> of(caller, placement, jobs.get(placement.offer()))));
    }

    private static OfPlacement of(Caller caller, Placement placement, @Nullable Integer job) {
        Standing standing = Standing.of(placement);
        Function<Paper, List<AgreementAct>> possible = paper -> AgreementAct.possible(caller, paper, standing);
        Signing employment = placement.employment();
        return new OfPlacement(
                employment == null && isFirst(caller, AgreementKind.EMPLOYMENT, standing),
                possible.apply(new Paper(
                        AgreementKind.INTERNSHIP, placement.agreement().by(), null)),
                employment == null
                        ? List.of()
                        : possible.apply(new Paper(AgreementKind.EMPLOYMENT, employment.by(), job)));
    }
}
