package dev.talentpipeline.internship.programme;

import dev.talentpipeline.internship.calendar.Calendars;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.resource.SeenVersion;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Sets up a programme, changes its rules, and starts and stops it. Only its owner and operations do. */
public final class PostingProgramme {

    private static final String OPERATIONS = "operations";

    private final Programmes programmes;
    private final Calendars calendars;
    private final ProgrammeEvents events;
    private final WeighingRules weighing;
    private final MembersOffers offers;
    private final Transactions transactions;
    private final Clock clock;
    private final ToLongFunction<String> firstVersions;
    private final Supplier<String> seeds;

    PostingProgramme(
            Programmes programmes,
            Calendars calendars,
            ProgrammeEvents events,
            WeighingRules weighing,
            MembersOffers offers,
            Transactions transactions,
            Clock clock,
            ToLongFunction<String> firstVersions,
            Supplier<String> seeds) {
        this.programmes = programmes;
        this.calendars = calendars;
        this.events = events;
        this.weighing = weighing;
        this.offers = offers;
        this.transactions = transactions;
        this.clock = clock;
        this.firstVersions = firstVersions;
        this.seeds = seeds;
    }

    /**
     * Sets up the programme, or changes its rules.
     *
     * @param seed of the lottery; null: a random one, or the one it has
     * @param state DRAFT or RUNNING; null: RUNNING, or the one it has
     */
    public Posted<Programme> post(
            Caller caller, String id, ProgrammeRules rules, @Nullable String seed, @Nullable ProgrammeState state) {
        return transactions.within(() -> {
            refuseUnlessCalendarExists(rules);
            Optional<Programme> existing = programmes.lock(id);
            if (existing.isEmpty()) {
                SeenVersion.refuseNew();
                Programme created = setUp(caller, id, rules, seed, state);
                if (programmes.add(created)) {
                    events.changed(created);
                    return new Posted<>(created, true);
                }
                existing = programmes.lock(id);
            }
            return new Posted<>(change(ReadingProgrammes.runBy(caller, id, existing), rules, seed, state), false);
        });
    }

    /** What posting these rules would do; changes nothing. What would be refused whatever it did is refused. */
    public RuleChange dryRun(
            Caller caller, String id, ProgrammeRules rules, @Nullable String seed, @Nullable ProgrammeState state) {
        return transactions.within(() -> {
            refuseUnlessCalendarExists(rules);
            Programme programme = ReadingProgrammes.runBy(caller, id, programmes.find(id));
            refuseToChange(programme, seed, state);
            return weighing.weigh(programme, rules);
        });
    }

    private void refuseUnlessCalendarExists(ProgrammeRules rules) {
        String calendar = rules.deadlines().calendar();
        if (calendars.find(calendar).isEmpty()) {
            throw new Refusal.Unprocessable(
                            "unknown-calendar",
                            "calendar (%s) must be one that was entered.".formatted(calendar),
                            "calendar",
                            calendar,
                            "Use an id that GET /api/v1/calendars lists, or have operations enter yours.",
                            Map.of())
                    .asException();
        }
    }

    private Programme setUp(
            Caller caller, String id, ProgrammeRules rules, @Nullable String seed, @Nullable ProgrammeState state) {
        if (!caller.is(Role.OPERATIONS) && !caller.is(Role.UNIVERSITY) && !caller.is(Role.COMPANY)) {
            throw new Refusal.Forbidden("Only a university, a company or operations sets up a programme.")
                    .asException();
        }
        String org = caller.org();
        long first = firstVersions.applyAsLong(id);
        return new Programme(
                id,
                first,
                first,
                org == null ? OPERATIONS : org,
                state == null ? ProgrammeState.RUNNING : state,
                rules,
                seed == null ? seeds.get() : seed,
                null,
                clock.instant());
    }

    private static void refuseToChange(Programme programme, @Nullable String seed, @Nullable ProgrammeState state) {
        ReadingProgrammes.refuseIfClosed(programme);
        if (state != null && state != programme.state()) {
            throw new Refusal.Conflict(
                            "state-elsewhere",
                            "programme (%s) is %s, which is not changed with its rules. Maybe POST the state to /state."
                                    .formatted(programme.id(), programme.state()),
                            Map.of("field", "state", "value", state, "state", programme.state()))
                    .asException();
        }
        if (seed != null && !seed.equals(programme.seed())) {
            throw new Refusal.Conflict(
                            "seed-frozen",
                            "seed must stay what it was when the programme was set up. Leave it out to keep it.",
                            Map.of("seedHash", programme.seedHash()))
                    .asException();
        }
    }

    private Programme change(
            Programme programme, ProgrammeRules rules, @Nullable String seed, @Nullable ProgrammeState state) {
        SeenVersion.refuseUnlessSeen(programme.version());
        refuseToChange(programme, seed, state);
        if (rules.equals(programme.rules())) {
            return programme;
        }
        boolean membersLeave = weighing.refuseBrokenPromises(programme, rules);
        Programme changed = programme.ruledBy(rules, clock.instant());
        programmes.save(changed);
        events.changed(changed);
        if (membersLeave) {
            offers.membersLeft(changed);
        }
        return changed;
    }

    /** Starts, holds, pauses or closes the programme. A closed one stays closed. */
    public Programme put(Caller caller, String id, ProgrammeState state) {
        return transactions.within(() -> {
            Programme programme = ReadingProgrammes.runBy(caller, id, programmes.lock(id));
            SeenVersion.refuseUnlessSeen(programme.version());
            if (programme.state() == state) {
                return programme;
            }
            if (!programme.mayBecome(state)) {
                throw new Refusal.Conflict(
                                "programme-closed",
                                "programme (%s) is CLOSED and stays so.".formatted(id),
                                Map.of("state", programme.state()))
                        .asException();
            }
            Programme changed = programme.in(state, clock.instant());
            programmes.save(changed);
            events.changed(changed);
            return changed;
        });
    }
}
