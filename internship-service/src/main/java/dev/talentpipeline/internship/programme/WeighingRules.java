package dev.talentpipeline.internship.programme;

import dev.talentpipeline.internship.programme.MembersOffers.Outsider;
import dev.talentpipeline.internship.programme.RuleChange.BeyondQuota;
import dev.talentpipeline.internship.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds what other rules would mean for a programme. What it finds is sure while the programme is locked; otherwise it is a forecast. */
final class WeighingRules {

    private final MembersOffers offers;
    private final Entries entries;

    WeighingRules(MembersOffers offers, Entries entries) {
        this.offers = offers;
        this.entries = entries;
    }

    RuleChange weigh(Programme programme, ProgrammeRules rules) {
        return RuleChange.of(
                programme.rules(),
                rules,
                leaving(programme, rules),
                beyondQuota(programme, rules),
                offers.undecided(programme.id()));
    }

    /** Refuses rules by which somebody leaves who has commitments; says whether anybody leaves. */
    boolean refuseBrokenPromises(Programme programme, ProgrammeRules rules) {
        List<Outsider> leaving = leaving(programme, rules);
        List<Outsider> committed =
                leaving.stream().filter(outsider -> outsider.committed() > 0).toList();
        if (!committed.isEmpty()) {
            Outsider first = committed.getFirst();
            throw new Refusal.Conflict(
                            "member-committed",
                            "%s (%s) has %d offers that students have committed to, so it must stay a member. Maybe they are released first."
                                    .formatted(
                                            first.side() == MarketSide.COMPANY ? "company" : "university",
                                            first.member(),
                                            first.committed()),
                            Map.of(
                                    "field",
                                    first.side() == MarketSide.COMPANY ? "companies" : "universities",
                                    "members",
                                    committed))
                    .asException();
        }
        return !leaving.isEmpty();
    }

    private List<Outsider> leaving(Programme programme, ProgrammeRules rules) {
        ProgrammeRules before = programme.rules();
        if (before.universities().equals(rules.universities())
                && before.companies().equals(rules.companies())) {
            return List.of();
        }
        return offers.outsiders(programme.id(), rules).stream()
                .filter(outsider -> switch (outsider.side()) {
                    case UNIVERSITY -> programme.admitsUniversity(outsider.member());
                    case COMPANY -> programme.admitsCompany(outsider.member());
                })
                .toList();
    }

    private List<BeyondQuota> beyondQuota(Programme programme, ProgrammeRules rules) {
        List<BeyondQuota> beyond = new ArrayList<>();
        if (rules.quotas().equals(programme.rules().quotas())) {
            return beyond;
        }
        for (MarketSide side : MarketSide.values()) {
            entries.counts(programme.id(), side)
                    .forEach((member, entered) -> rules.quotas()
                            .of(side, member)
                            .ifPresent(quota -> {
                                if (entered > quota) {
                                    beyond.add(new BeyondQuota(side, member, quota, entered));
                                }
                            }));
        }
        return beyond;
    }
}
