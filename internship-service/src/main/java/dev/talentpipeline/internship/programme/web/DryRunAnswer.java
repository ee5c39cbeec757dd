package dev.talentpipeline.internship.programme.web;

import dev.talentpipeline.internship.programme.MembersOffers.Outsider;
import dev.talentpipeline.internship.programme.RuleChange;
import dev.talentpipeline.internship.programme.RuleChange.BeyondQuota;
import dev.talentpipeline.internship.programme.RuleChange.Effect;
import java.util.List;
import java.util.Map;

/**
 * What a change of rules would do, as it is answered.
 *
 * @param allowed whether the change would be carried out
 * @param changed rules that would differ
 */
record DryRunAnswer(
        String programme,
        boolean allowed,
        List<String> changed,
        List<Outsider> leaving,
        List<BeyondQuota> beyondQuota,
        List<EffectAnswer> effects) {

    record EffectAnswer(Effect effect, int offers) {}

    static DryRunAnswer of(String programme, RuleChange change) {
        return new DryRunAnswer(
                programme,
                change.isAllowed(),
                change.changed(),
                change.leaving(),
                change.beyondQuota(),
                change.offers().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new EffectAnswer(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
