package dev.talentpipeline.matching.explanation.web;

import dev.talentpipeline.matching.explanation.RequirementCosts;
import dev.talentpipeline.matching.explanation.RequirementCosts.Cost;
import dev.talentpipeline.matching.explanation.SkillGain;
import dev.talentpipeline.matching.explanation.SkillGain.Opened;
import dev.talentpipeline.matching.explanation.Unmatched;
import dev.talentpipeline.matching.explanation.Unmatched.Why;
import dev.talentpipeline.matching.explanation.web.Answers.Reason;
import dev.talentpipeline.matching.preference.RequiredSkill;
import dev.talentpipeline.matching.preference.Rule;
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

    record UnmatchedAnswer(String university, int unmatched, List<CauseAnswer> causes) {
        static UnmatchedAnswer of(String university, Unmatched unmatched) {
            return new UnmatchedAnswer(
                    university,
                    unmatched.students(),
                    unmatched.causes().stream().map(CauseAnswer::of).toList());
        }
    }

    /** @param cause SEAT_FREE, SEATS_TAKEN, NOTHING_OPEN or the rule */
    record CauseAnswer(String cause, String en, String zh, int students) {
        static CauseAnswer of(Unmatched.Cause cause) {
            int students = cause.students();
            return switch (cause.why()) {
                case Why.Seats(boolean free) ->
                    free
                            ? new CauseAnswer(
                                    "SEAT_FREE",
                                    "They are eligible where a place is free, and may be offered it in the next matching round.",
                                    "符合条件的岗位尚有空余名额，下一轮匹配可能获得推荐。",
                                    students)
                            : new CauseAnswer(
                                    "SEATS_TAKEN",
                                    "All places for which they are eligible are taken by others who come first.",
                                    "符合条件的岗位名额均已由优先次序更靠前的学生占有。",
                                    students);
                case Why.Kept(Rule rule) -> new CauseAnswer(rule.name(), rule.english(), rule.chinese(), students);
                case Why.NothingOpen() ->
                    new CauseAnswer("NOTHING_OPEN", "No internship takes anybody now.", "目前没有岗位接收学生。", students);
            };
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
