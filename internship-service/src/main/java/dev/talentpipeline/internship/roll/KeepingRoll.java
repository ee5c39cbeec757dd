package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.student.KnownSchools;
import dev.talentpipeline.internship.student.StudentProfile;
import dev.talentpipeline.internship.student.StudentsOnRoll;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the roll of a university. Whoever is behind an entry is noted with it whichever of the two came first, so that everybody who was
 * ever entered into a programme is on the roll.
 */
public final class KeepingRoll implements StudentsOnRoll {

    private final FindingRollEntry finding;
    private final RollEntries entries;
    private final People people;
    private final KnownSchools schools;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<UUID> ids;

    KeepingRoll(
            FindingRollEntry finding,
            RollEntries entries,
            People people,
            KnownSchools schools,
            Transactions transactions,
            Clock clock,
            Supplier<UUID> ids) {
        this.finding = finding;
        this.entries = entries;
        this.people = people;
        this.schools = schools;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** Somebody to be on the roll; what is to be known of them is asked for under the entry's lock, with what is known then. */
    public interface Entry {

        String number();

        RollFacts wanted(@Nullable RollEntry known);
    }

    /** How an entry ends. */
    public enum Outcome {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /**
     * Enters somebody or changes what is known of them.
     *
     * @param handle the entry's id, or the student number, which may be new
     */
    public Posted<RollEntry> put(Caller caller, String university, String handle, RollFacts facts) {
        FindingRollEntry.refuseOthers(caller, university);
        schools.check(university, facts.school());
        return transactions.within(() -> {
            String number = Violations.id(handle) == null
                    ? handle
                    : finding.known(university, handle)
                            .orElseThrow(() -> FindingRollEntry.notFound(handle))
                            .number();
            people.lockAll(university, List.of(number));
            Outcome outcome =
                    enter(university, List.of(new Fixed(number, facts))).get(number);
            return new Posted<>(entries.find(university, number).orElseThrow(), outcome == Outcome.NEW);
        });
    }

    private record Fixed(String number, RollFacts facts) implements Entry {

        @Override
        public RollFacts wanted(@Nullable RollEntry known) {
            return facts;
        }
    }

    /** What is known under each of the numbers; nothing under those that are missing. */
    public Map<String, RollEntry> known(String university, Collection<String> numbers) {
        return entries.ofNumbers(university, numbers).stream()
                .collect(Collectors.toMap(RollEntry::number, Function.identity()));
    }

    /** How the entry would end if nothing changed meanwhile. */
    public static Outcome foresee(@Nullable RollEntry known, RollFacts wanted) {
        if (known == null) {
            return Outcome.NEW;
        }
        return wanted.equals(known.facts()) ? Outcome.UNCHANGED : Outcome.CHANGED;
    }

    /** Enters or changes all of them within the running transaction; whoever of the people behind them is to be locked is locked before. */
    public Map<String, Outcome> enter(String university, List<? extends Entry> wanted) {
        Map<String, Entry> waiting = new HashMap<>();
        wanted.forEach(entry -> waiting.put(entry.number(), entry));
        Map<String, UUID> behind = people.ofNumbers(university, waiting.keySet()).stream()
                .collect(Collectors.toMap(Person::number, Person::id));
        Instant now = clock.instant();
        Map<String, Outcome> outcomes = new HashMap<>();
        List<RollEntry> changed = new ArrayList<>();
        while (!waiting.isEmpty()) {
            // One that is added by others in this very moment is waited for, and met in the next turn.
            for (RollEntry known : entries.lockAll(university, waiting.keySet())) {
                RollFacts facts = taken(waiting, known.number()).wanted(known);
                RollEntry after = known.of(facts, behind.getOrDefault(known.number(), known.person()), now);
                outcomes.put(known.number(), foresee(known, facts));
                if (after.version() != known.version()) {
                    changed.add(after);
                }
            }
            List<RollEntry> strangers = waiting.values().stream()
                    .map(entry -> new RollEntry(
                            ids.get(),
                            university,
                            entry.number(),
                            1,
                            entry.wanted(null),
                            behind.get(entry.number()),
                            null,
                            0,
                            null,
                            now))
                    .sorted(Comparator.comparing(RollEntry::number))
                    .toList();
            for (RollEntry added : entries.addAll(strangers)) {
                taken(waiting, added.number());
                outcomes.put(added.number(), Outcome.NEW);
            }
        }
        entries.saveAll(changed);
        return outcomes;
    }

    private static Entry taken(Map<String, Entry> waiting, String number) {
        Entry entry = waiting.remove(number);
        if (entry == null) {
            throw new IllegalStateException("number (%s) must be one that was asked for.".formatted(number));
        }
        return entry;
    }

    @Override
    public void entered(Person person, StudentProfile profile) {
        enter(person.university(), List.of(new Posting(person, profile)));
    }

    @Override
    public boolean mayBeOf(String school, String university, String number) {
        return entries.find(university, number)
                .map(entry -> school.equals(entry.facts().school()))
                .orElse(true);
    }

    /** What a university says of a student with their profile; what it does not say there stays. */
    private record Posting(Person person, StudentProfile profile) implements Entry {

        @Override
        public String number() {
            return person.number();
        }

        @Override
        public RollFacts wanted(@Nullable RollEntry known) {
            RollFacts before = known == null
                    ? new RollFacts(person.name(), null, null, null, null, null, null, null)
                    : known.facts();
            return new RollFacts(
                    person.name(),
                    profile.school() == null ? before.school() : profile.school(),
                    profile.major(),
                    profile.major().equals(before.major()) ? before.majorCode() : null,
                    profile.degree(),
                    profile.graduatesOn() == null ? before.graduatesOn() : profile.graduatesOn(),
                    person.phone() == null ? before.phone() : person.phone(),
                    person.email());
        }
    }
}
