package dev.talentpipeline.matching.explanation.web;

import dev.talentpipeline.matching.explanation.RequirementCosts;
import dev.talentpipeline.matching.explanation.RequirementCosts.Cost;
import dev.talentpipeline.matching.explanation.SkillGain;
import dev.talentpipeline.matching.explanation.SkillGain.Opened;
import dev.talentpipeline.matching.explanation.web.Answers.Reason;
import dev.talentpipeline.matching.preference.RequiredSkill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the answers to what would change if something were different. */
final class AdviceAnswers {

    private AdviceAnswers() {}

    record SkillGainAnswer(
            String skill, int level, int currentLevel, long seats, int internships, List<Example> examples) {
        static SkillGainAnswer of(SkillGain gain) {
            return new SkillGainAnswer(
                    gain.reach().skill(),
                    gain.reach().level(),
                    gain.currentLevel(),
                    gain.seats(),
                    gain.internships(),
                    gain.examples().stream().map(Example::of).toList());
        }
    }

    record Example(String internship, String title, String company, int freeSeats) {
        static Example of(Opened opened) {
            return new Example(
                    opened.internship().id(),
                    opened.internship().title(),
                    opened.internship().company(),
                    opened.freeSeats());
        }
    }

    record RequirementCostsAnswer(String internship, int eligible, List<CostAnswer> requirements) {
        static RequirementCostsAnswer of(String internship, RequirementCosts costs) {
            return new RequirementCostsAnswer(
                    internship,
                    costs.eligible(),
                    costs.costs().stream().map(CostAnswer::of).toList());
        }
    }

    record DraftCostsAnswer(int eligible, List<CostAnswer> requirements) {
        static DraftCostsAnswer of(RequirementCosts costs) {
            return new DraftCostsAnswer(
                    costs.eligible(), costs.costs().stream().map(CostAnswer::of).toList());
        }
    }

    record CostAnswer(
            String requirement,
            @Nullable String skill,
            @Nullable Integer level,
            int keptOut,
            List<Reason> reasons) {
        static CostAnswer of(Cost cost) {
            RequiredSkill skill = cost.skill();
            return new CostAnswer(
                    cost.requirement().name(),
                    skill == null ? null : skill.skill(),
                    skill == null ? null : skill.level(),
                    cost.keptOut(),
                    cost.requirement().rules().stream().map(Reason::of).toList());
        }
    }
}
