package dev.talentpipeline.internship.outcome;

import dev.talentpipeline.internship.outcome.Outcomes.Graduates;
import dev.talentpipeline.internship.outcome.Outcomes.Interns;
import dev.talentpipeline.internship.outcome.Outcomes.Scope;
import dev.talentpipeline.internship.outcome.Outcomes.Undated;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.ChinaTime;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports what became of graduates and interns: to a university of its own, to a school of its part, to operations of all. */
public final class ReportingOutcomes {

    private static final int FEWEST = 3;

    private final Outcomes outcomes;
    private final Clock clock;

    ReportingOutcomes(Outcomes outcomes, Clock clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** The figures of each group, those of graduates first. */
    public List<Figure> report(Caller caller, Scope asked, Grouping grouping) {
        Scope scope = scope(caller, asked);
        refuseDaysToCome(asked.asOf());
        List<Graduates> graduates = withoutSmallGroups(outcomes.graduates(scope, grouping));
        long known = graduates.stream().mapToLong(Graduates::known).sum();
        return Stream.of(
                        graduates.stream()
                                .flatMap(each ->
                                        grouping.isOfDestination() ? ofDestination(each, known) : ofGraduates(each)),
                        undated(scope, grouping),
                        outcomes.interns(scope, grouping).stream()
                                .filter(each -> !reveals(each.erased(), each.begun()))
                                .flatMap(ReportingOutcomes::ofInterns))
                .flatMap(figures -> figures)
                .toList();
    }

    /** A period leaves them out, which raises its rates: so it says how many. */
    private Stream<Figure> undated(Scope scope, Grouping grouping) {
        if (grouping != Grouping.ALL || !scope.isOfAPeriod()) {
            return Stream.empty();
        }
        Undated counts = outcomes.undated(scope);
        return counts.undated() == 0
                ? Stream.empty()
                : Stream.of(Figure.ratio(null, Measure.UNDATED_SHARE, counts.undated(), counts.all()));
    }

    /** What is counted of a day that is not over may change, of one to come it is not there. */
    private void refuseDaysToCome(@Nullable LocalDate asOf) {
        LocalDate today = ChinaTime.dateOf(clock.instant());
        if (asOf != null && asOf.isAfter(today)) {
            throw new Refusal.Invalid(List.of(new Refusal.Violation(
                            "asOf", asOf, "Give a day that is not after today (%s).".formatted(today))))
                    .asException();
        }
    }

    /** So few that who was erased could be told from what is counted of the group. */
    private static boolean reveals(long erased, long all) {
        return erased > 0 && all < FEWEST;
    }

    /**
     * Groups that would reveal somebody who was erased are counted together with those of whom it is not known what the groups go by. Where even these
     * are so few, nothing is said of them.
     */
    private static List<Graduates> withoutSmallGroups(List<Graduates> groups) {
        Optional<Graduates> unknown = groups.stream()
                .filter(each -> each.group() == null || reveals(each.erased(), each.all()))
                .reduce(Graduates::and);
        return Stream.concat(
                        groups.stream().filter(each -> each.group() != null && !reveals(each.erased(), each.all())),
                        unknown.stream().filter(each -> !reveals(each.erased(), each.all())))
                .toList();
    }

    private static Stream<Figure> ofGraduates(Graduates counts) {
        String group = counts.group();
        return Stream.of(
                Figure.ratio(group, Measure.PLACEMENT_RATE, counts.placed(), counts.all()),
                Figure.ratio(
                        group, Measure.CAREER_OUTCOMES_RATE, counts.placed(), counts.known() - counts.notSeeking()),
                Figure.ratio(group, Measure.KNOWLEDGE_RATE, counts.known(), counts.all()),
                Figure.ratio(group, Measure.VERIFIED_SHARE, counts.verified(), counts.known()));
    }

    private static Stream<Figure> ofDestination(Graduates counts, long known) {
        return Stream.of(
                Figure.ratio(counts.group(), Measure.SHARE, counts.known(), known),
                Figure.ratio(counts.group(), Measure.VERIFIED_SHARE, counts.verified(), counts.known()));
    }

    private static Stream<Figure> ofInterns(Interns counts) {
        String group = counts.group();
        return Stream.of(
                Figure.ratio(group, Measure.CONVERSION_RATE, counts.jobs(), counts.begun()),
                Figure.ratio(group, Measure.TOPIC_MATCH_RATE, counts.matching(), counts.jobs()),
                new Figure(group, Measure.TIME_TO_OFFER, null, counts.offered(), counts.medianDays()));
    }

    private static Scope scope(Caller caller, Scope asked) {
        if (caller.is(Role.OPERATIONS)) {
            return asked;
        }
        String own = caller.org();
        boolean others = asked.university() != null && !asked.university().equals(own);
        String school = caller.school();
        boolean otherSchools =
                school != null && asked.school() != null && !asked.school().equals(school);
        if (!caller.is(Role.UNIVERSITY) || own == null || others || otherSchools) {
            throw new Refusal.Forbidden(
                            "Outcomes are reported to a university of its own graduates, to a school of its own part, and to operations.")
                    .asException();
        }
        return new Scope(own, school == null ? asked.school() : school, asked.from(), asked.until(), asked.asOf());
    }
}
