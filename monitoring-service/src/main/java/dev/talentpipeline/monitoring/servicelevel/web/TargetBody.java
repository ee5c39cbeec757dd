package dev.talentpipeline.monitoring.servicelevel.web;

import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.monitoring.servicelevel.Target;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What is to be promised. All faults are told at once. */
@Schema(name = "ServiceLevelTargetBody")
record TargetBody(
        @Described(as = Duration.class, required = true)
        @Schema(description = "How long it may take, from PT1S to P1D.", example = "PT10S")
        @Nullable String within,

        @Described(required = true)
        @Schema(description = "How many of a hundred have to be as quick as that, from 50 to 99.99.", example = "99.5")
        @Nullable BigDecimal objective,

        @Described(as = Duration.class, required = true)
        @Schema(description = "Over how much time up to now they are counted, from PT1H to P30D.", example = "P7D")
        @Nullable String over) {

    private static final int PLACES = 2;

    Target target() {
        List<Wrong> wrong = new ArrayList<>();
        Duration meantWithin = duration(within, Target.SHORTEST, Target.LONGEST);
        if (meantWithin == null) {
            wrong.add(new Wrong("within", within, "Give a duration from PT1S to P1D, such as PT10S for ten seconds."));
        }
        BigDecimal meantObjective = objective();
        BigDecimal share =
                meantObjective == null || meantObjective.stripTrailingZeros().scale() > PLACES
                        ? null
                        : meantObjective.setScale(PLACES);
        if (share == null || share.compareTo(Target.LEAST) < 0 || share.compareTo(Target.MOST) > 0) {
            wrong.add(new Wrong("objective", objective, "Give 50 to 99.99, with two places at most."));
        }
        Duration meantOver = duration(over, Target.BRIEFEST, Target.FURTHEST);
        if (meantOver == null) {
            wrong.add(new Wrong("over", over, "Give a duration from PT1H to P30D, such as P7D for a week."));
        }
        if (meantWithin == null || share == null || meantOver == null || !wrong.isEmpty()) {
            Wrong first = wrong.getFirst();
            throw Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "invalid-fields",
                            "Some fields are not what they must be (%d).".formatted(wrong.size()))
                    .field(first.field())
                    .value(first.value())
                    .remedy(first.remedy())
                    .with("errors", wrong)
                    .asException();
        }
        return new Target(meantWithin, share, meantOver);
    }

    /** In whole seconds; null: it is none, or not within its bounds. */
    private static @Nullable Duration duration(@Nullable String text, Duration least, Duration most) {
        try {
            Duration meant = Duration.ofSeconds(
                    Duration.parse(text == null ? "" : text.strip()).toSeconds());
            return meant.compareTo(least) < 0 || meant.compareTo(most) > 0 ? null : meant;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private record Wrong(String field, @Nullable Object value, String remedy) {}
}
