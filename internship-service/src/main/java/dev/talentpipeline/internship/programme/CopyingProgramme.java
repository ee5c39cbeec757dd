package dev.talentpipeline.internship.programme;

import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Copies a programme to its next season: its rules, members and quotas, as a draft of the same owner with a lottery of its own. Students,
 * internships and offers stay where they are: each season's members say anew what they enter.
 */
public final class CopyingProgramme {

    private final ReadingProgrammes reading;
    private final Programmes programmes;
    private final ProgrammeEvents events;
    private final Transactions transactions;
    private final Clock clock;
    private final ToLongFunction<String> firstVersions;
    private final Supplier<String> seeds;

    CopyingProgramme(
            ReadingProgrammes reading,
            Programmes programmes,
            ProgrammeEvents events,
            Transactions transactions,
            Clock clock,
            ToLongFunction<String> firstVersions,
            Supplier<String> seeds) {
        this.reading = reading;
        this.programmes = programmes;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.firstVersions = firstVersions;
        this.seeds = seeds;
    }

    /**
     * When the next season is. With only a day of opening, what else has a date moves as far as that does.
     *
     * @param opensAt null: the copy has no dates but those given here
     */
    public record Season(
            String name,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable List<Instant> clearingAt) {}

    public Programme copy(Caller caller, String sourceId, String id, Season season) {
        return transactions.within(() -> {
            Programme source = reading.runBy(caller, sourceId);
            ProgrammeRules rules = rules(source.rules(), season);
            long first = firstVersions.applyAsLong(id);
            Programme copy = new Programme(
                    id, first, first, source.owner(), ProgrammeState.DRAFT, rules, seeds.get(), null, clock.instant());
            if (!programmes.add(copy)) {
                throw new Refusal.Conflict(
                                "programme-exists",
                                "id (%s) must be new. Maybe another season has it.".formatted(id),
                                Map.of("field", "id", "value", id))
                        .asException();
            }
            events.changed(copy);
            return copy;
        });
    }

    private static ProgrammeRules rules(ProgrammeRules source, Season season) {
        Instant opens = season.opensAt();
        Instant before = source.opensAt();
        Duration shift = opens == null || before == null ? null : Duration.between(before, opens);
        Instant closes = season.closesAt() != null ? season.closesAt() : shifted(source.closesAt(), shift);
        List<Instant> given = season.clearingAt();
        List<Instant> clearings = given != null
                ? given
                : shift == null
                        ? List.of()
                        : source.clearingAt().stream()
                                .map(instant -> instant.plus(shift))
                                .toList();
        if (opens != null && closes != null && !opens.isBefore(closes)) {
            throw invalid("closesAt", closes, "Give an instant after opensAt (%s).".formatted(opens));
        }
        if (source.mode() == ProgrammeRules.Mode.ROUND && clearings.isEmpty()) {
            throw invalid("clearingAt", null, "List at least one instant for mode ROUND.");
        }
        return source.forSeason(season.name(), opens, closes, clearings);
    }

    private static @Nullable Instant shifted(@Nullable Instant instant, @Nullable Duration shift) {
        return instant == null || shift == null ? null : instant.plus(shift);
    }

    private static RuntimeException invalid(String field, @Nullable Object value, String remedy) {
        return new Refusal.Invalid(List.of(new Refusal.Violation(field, value, remedy))).asException();
    }
}
