package dev.talentpipeline.internship.programme;

import dev.talentpipeline.internship.programme.MembersOffers.Outsider;
import dev.talentpipeline.internship.programme.MembersOffers.Undecided;
import dev.talentpipeline.internship.programme.ProgrammeRules.Endorsement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What other rules mean for what is under way. Rules decide on what happens while they hold: an offer keeps the deadline that it got, and
 * whoever has yet to decide on it still does, while what comes of a deadline that passes is decided when it passes. No rule takes a seat or a commitment away, so what always holds of seats and
 * commitments holds after any change; a change that would leave a commitment without its member is not allowed.
 *
 * @param changed names of the rules that differ
 * @param leaving members that would be none any more
 * @param beyondQuota members that have more than they may have from then on
 * @param offers how many offers each effect concerns; effects that concern none are left out
 */
public record RuleChange(
        List<String> changed, List<Outsider> leaving, List<BeyondQuota> beyondQuota, Map<Effect, Integer> offers) {

    /** What becomes of offers that are under way. */
    public enum Effect {
        /** A window differs; these keep the deadline that they got. */
        KEEPS_DEADLINE,
        /** The default or the grace differs; what comes of silence on these is decided by the new rules. */
        SILENCE_MEANS_OTHERWISE,
        /** No approval is asked any more; of these it is. */
        STILL_AWAITS_APPROVAL,
        /** No endorsement is asked any more; of these it is, since they were accepted under it. */
        STILL_AWAITS_ENDORSEMENT,
        /** Once accepted, they need an endorsement. */
        WILL_NEED_ENDORSEMENT,
        /** Once accepted, they need no endorsement. */
        WILL_NEED_NO_ENDORSEMENT,
        /** Once accepted, they are endorsed by the school as well, or by the career centre alone. */
        WILL_BE_ENDORSED_OTHERWISE,
        /** The endorsement is another's; these are still endorsed by whom they were accepted under. */
        KEEPS_ENDORSER,
        /** Two that do not both list each other will not be matched any more; these were and stay. */
        STAYS_THOUGH_NOT_LISTED,
        /** Their member leaves, so they are taken back. */
        TAKEN_BACK
    }

    /** A member that has more than its quota; what it has stays. */
    public record BeyondQuota(MarketSide side, String member, int quota, int entered) {}

    public RuleChange {
        changed = List.copyOf(changed);
        leaving = List.copyOf(leaving);
        beyondQuota = List.copyOf(beyondQuota);
        offers = Map.copyOf(offers);
    }

    /** Whether the rules may be changed so: nobody leaves who has commitments. */
    public boolean isAllowed() {
        return leaving.stream().allMatch(outsider -> outsider.committed() == 0);
    }

    static RuleChange of(
            ProgrammeRules before,
            ProgrammeRules after,
            List<Outsider> leaving,
            List<BeyondQuota> beyondQuota,
            Undecided undecided) {
        Map<Effect, Integer> offers = new EnumMap<>(Effect.class);
        offers.put(Effect.KEEPS_DEADLINE, keepingDeadline(before, after, undecided));
        offers.put(Effect.SILENCE_MEANS_OTHERWISE, silentOtherwise(before.deadlines(), after.deadlines(), undecided));
        if (before.offerPolicy() != after.offerPolicy()
                && after.offerPolicy() == ProgrammeRules.OfferPolicy.AUTOMATIC) {
            offers.put(Effect.STILL_AWAITS_APPROVAL, undecided.awaitingApproval());
        }
        if (before.endorsement() != after.endorsement()) {
            offers.putAll(endorsedOtherwise(before.endorsement(), after.endorsement(), undecided));
        }
        if (before.lists() != after.lists() && after.lists() == ProgrammeRules.Lists.EXPLICIT) {
            offers.put(Effect.STAYS_THOUGH_NOT_LISTED, undecided.listedByOneOrNone());
        }
        offers.put(Effect.TAKEN_BACK, leaving.stream().mapToInt(Outsider::open).sum());
        offers.values().removeIf(count -> count == 0);
        return new RuleChange(after.differencesFrom(before), leaving, beyondQuota, offers);
    }

    private static int keepingDeadline(ProgrammeRules before, ProgrammeRules after, Undecided undecided) {
        int keeping = 0;
        keeping += before.approvalWindow().equals(after.approvalWindow()) ? 0 : undecided.awaitingApproval();
        keeping += before.responseWindow().equals(after.responseWindow()) ? 0 : undecided.extended();
        keeping += before.keepWindow().equals(after.keepWindow()) ? 0 : undecided.kept();
        keeping += before.endorsementWindow().equals(after.endorsementWindow()) ? 0 : undecided.awaitingEndorsement();
        return keeping;
    }

    private static int silentOtherwise(DeadlineRules before, DeadlineRules after, Undecided undecided) {
        if (!Objects.equals(before.grace(), after.grace())) {
            return undecided.all();
        }
        int otherwise = 0;
        otherwise += before.approval() == after.approval() ? 0 : undecided.awaitingApproval();
        otherwise += before.endorsement() == after.endorsement() ? 0 : undecided.awaitingEndorsement();
        return otherwise;
    }

    private static Map<Effect, Integer> endorsedOtherwise(Endorsement before, Endorsement after, Undecided undecided) {
        if (after == Endorsement.NONE) {
            return Map.of(
                    Effect.STILL_AWAITS_ENDORSEMENT, undecided.awaitingEndorsement(),
                    Effect.WILL_NEED_NO_ENDORSEMENT, undecided.open());
        }
        return before == Endorsement.NONE
                ? Map.of(Effect.WILL_NEED_ENDORSEMENT, undecided.open())
                : Map.of(
                        Effect.WILL_BE_ENDORSED_OTHERWISE, undecided.open(),
                        Effect.KEEPS_ENDORSER, undecided.awaitingEndorsement());
    }
}
