package dev.talentpipeline.matching.explanation.web;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.talentpipeline.kit.listing.Listed;
import dev.talentpipeline.matching.clearing.Cutoff.Admitted;
import dev.talentpipeline.matching.clearing.Report;
import dev.talentpipeline.matching.clearing.StandingCutoff;
import dev.talentpipeline.matching.explanation.Prospect;
import dev.talentpipeline.matching.explanation.Standing;
import dev.talentpipeline.matching.explanation.Standing.Eligible;
import dev.talentpipeline.matching.explanation.Standing.Ineligible;
import dev.talentpipeline.matching.preference.RequiredSkill;
import dev.talentpipeline.matching.preference.Rule;
import dev.talentpipeline.matching.preference.Score;
import dev.talentpipeline.matching.preference.Score.PartScore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies of the answers. */
final class Answers {

    private Answers() {}

    record Page<T>(List<T> items, @Nullable String next) implements Listed<T> {}

    /** A failing rule, said in both languages. */
    @Schema(name = "FailingRule")
    record Reason(String rule, String en, String zh) {
        static Reason of(Rule rule) {
            return new Reason(rule.name(), rule.english(), rule.chinese());
        }
    }

    /** A priority: tier 0 listed, 1 by score; of equal scores the lower lottery number is better. */
    record Priority(int tier, double score, String lottery) {
        static @Nullable Priority of(@Nullable Admitted admitted) {
            return admitted == null ? null : new Priority(admitted.tier(), admitted.score(), admitted.lottery());
        }
    }

    /** What the seats hold for an eligible student, said in both languages. */
    record ProspectAnswer(String prospect, String en, String zh) {
        static ProspectAnswer of(Prospect prospect) {
            return new ProspectAnswer(prospect.name(), prospect.english(), prospect.chinese());
        }
    }

    record CutoffAnswer(
            String internship,
            long version,
            long clearing,
            int seats,
            int taken,
            boolean full,
            @Nullable Priority last) {
        static @Nullable CutoffAnswer ofNullable(@Nullable StandingCutoff standing) {
            return standing == null ? null : of(standing);
        }

        static CutoffAnswer of(StandingCutoff standing) {
            var cutoff = standing.cutoff();
            return new CutoffAnswer(
                    cutoff.internshipId(),
                    standing.version(),
                    standing.clearing(),
                    cutoff.seats(),
                    cutoff.taken(),
                    cutoff.full(),
                    Priority.of(cutoff.last()));
        }
    }

    /** What an eligible pair has. */
    record Fit(
            int rank,
            boolean listed,
            double score,
            Map<String, Double> parts,
            List<String> matchedSkills,
            List<String> missingSkills,
            @Nullable Priority priority,
            ProspectAnswer prospect) {
        static Fit of(Eligible eligible) {
            Score score = eligible.score();
            return new Fit(
                    eligible.rank(),
                    eligible.listed(),
                    score.value(),
                    score.parts().stream()
                            .collect(toMap(
                                    part -> part.part().label(),
                                    PartScore::value,
                                    (one, other) -> one,
                                    LinkedHashMap::new)),
                    score.matchedSkills(),
                    score.missingSkills(),
                    Priority.of(eligible.priority()),
                    ProspectAnswer.of(eligible.prospect()));
        }
    }

    /** A skill and the level that is asked for, as it stands in an internship's body. */
    @Schema(name = "LackingSkill")
    record SkillAnswer(String id, int level) {
        static SkillAnswer of(RequiredSkill required) {
            return new SkillAnswer(required.skill(), required.level());
        }
    }

    record Choice(
            String internship,
            String title,
            String company,
            boolean eligible,
            @Nullable Reason reason,
            List<SkillAnswer> lackingSkills,
            @JsonUnwrapped @Nullable Fit fit,
            @Nullable CutoffAnswer cutoff) {
        static Choice of(Standing standing) {
            return new Choice(
                    standing.internship().id(),
                    standing.internship().title(),
                    standing.internship().company(),
                    standing.verdict() instanceof Eligible,
                    reasonOf(standing),
                    lackingOf(standing),
                    fitOf(standing),
                    CutoffAnswer.ofNullable(standing.cutoff()));
        }
    }

    record CandidateAnswer(
            String student,
            String university,
            boolean eligible,
            @Nullable Reason reason,
            @JsonUnwrapped @Nullable Fit fit) {
        static CandidateAnswer of(Standing standing) {
            return new CandidateAnswer(
                    standing.student().id(),
                    standing.student().university(),
                    standing.verdict() instanceof Eligible,
                    reasonOf(standing),
                    fitOf(standing));
        }
    }

    private static @Nullable Reason reasonOf(Standing standing) {
        return switch (standing.verdict()) {
            case Ineligible no -> Reason.of(no.reason());
            case Eligible yes -> null;
        };
    }

    private static List<SkillAnswer> lackingOf(Standing standing) {
        return switch (standing.verdict()) {
            case Ineligible no ->
                no.lackingSkills().stream().map(SkillAnswer::of).toList();
            case Eligible yes -> List.of();
        };
    }

    private static @Nullable Fit fitOf(Standing standing) {
        return switch (standing.verdict()) {
            case Ineligible no -> null;
            case Eligible yes -> Fit.of(yes);
        };
    }

    @Schema(name = "ClearingReport")
    record ReportAnswer(
            long clearing,
            String mode,
            Instant startedAt,
            long durationMs,
            int students,
            int internships,
            int freeSeats,
            int proposals,
            int held,
            int unmatched,
            int leftOut,
            int blockingPairs,
            boolean studentOptimal,
            Map<String, Long> offsets,
            String inputHash,
            String seedHash,
            String resultHash) {
        static ReportAnswer of(Report report) {
            return new ReportAnswer(
                    report.clearing(),
                    report.mode().name(),
                    report.startedAt(),
                    report.took().toMillis(),
                    report.students(),
                    report.internships(),
                    report.freeSeats(),
                    report.proposals(),
                    report.held(),
                    report.unmatched(),
                    report.leftOut(),
                    report.blockingPairs(),
                    report.studentOptimal(),
                    report.offsets(),
                    report.inputHash(),
                    report.seedHash(),
                    report.resultHash());
        }
    }

    @Schema(name = "LatestClearing")
    record LatestAnswer(@JsonUnwrapped ReportAnswer report, List<CutoffAnswer> cutoffs) {}
}
