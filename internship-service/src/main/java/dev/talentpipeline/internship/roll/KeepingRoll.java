package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.resource.SeenVersion;
import dev.talentpipeline.internship.student.FollowingRoll;
import dev.talentpipeline.internship.student.KnownSchools;
import dev.talentpipeline.internship.student.StudentProfile;
import dev.talentpipeline.internship.student.StudentsOnRoll;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.io.Serial;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final int TRIES = 3;

    private final FindingRollEntry finding;
    private final RollEntries entries;
    private final People people;
    private final KnownSchools schools;
    private final FollowingRoll following;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<UUID> ids;

    KeepingRoll(
            FindingRollEntry finding,
            RollEntries entries,
            People people,
            KnownSchools schools,
            FollowingRoll following,
            Transactions transactions,
            Clock clock,
            Supplier<UUID> ids) {
        this.finding = finding;
        this.entries = entries;
        this.people = people;
        this.schools = schools;
        this.following = following;
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
        return goingRound(() -> {
            String number = Violations.id(handle) == null
                    ? handle
                    : finding.known(university, handle)
                            .orElseThrow(() -> FindingRollEntry.notFound(handle))
                            .number();
            people.lockAll(university, List.of(number));
            entries.lockAll(university, List.of(number)).stream()
                    .findFirst()
                    .ifPresentOrElse(known -> SeenVersion.refuseUnlessSeen(known.version()), SeenVersion::refuseNew);
            Outcome outcome =
                    enter(university, List.of(new Fixed(number, facts))).get(number);
            return new Posted<>(entries.find(university, number).orElseThrow(), outcome == Outcome.NEW);
        });
    }

    /** Somebody else's person came to stand behind an entry between the locks of the two. */
    private static final class OvertakenException extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        OvertakenException() {
            super("A person was entered meanwhile.", null, false, false);
        }
    }

    /** Does the work in a transaction, anew where it was overtaken: then it finds the person and locks them first. */
    private <T> T goingRound(Supplier<T> work) {
        for (int i = 1; i < TRIES; i++) {
            try {
                return transactions.within(work);
            } catch (OvertakenException e) {
                // Undone; the next try meets the person. An entry has no second one.
            }
        }
        return transactions.within(work);
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

    /**
     * Enters or changes all of them within the running transaction. What changes follows into the profiles of the people behind them, who are
     * locked first. Where a person came to stand behind an entry after that, it fails, and is to be done anew in another transaction.
     */
    public Map<String, Outcome> enter(String university, List<? extends Entry> wanted) {
        Map<UUID, Person> behind = people
                .lockAll(university, wanted.stream().map(Entry::number).toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        Batch batch = new Batch(university, behind.values(), wanted);
        batch.carryOut();
        for (Change change : batch.changed) {
            Person person = change.after().person() == null
                    ? null
                    : behind.get(change.after().person());
            if (person != null) {
                following.follow(
                        person,
                        change.before().facts().reached(),
                        change.after().facts().known());
            }
        }
        return batch.outcomes;
    }

    private record Change(RollEntry before, RollEntry after) {}

    /** What is to be written of one part of a roll. */
    private final class Batch {

        private final String university;
        private final Map<String, UUID> behind;
        private final Map<String, Entry> waiting = new HashMap<>();
        private final Map<String, Outcome> outcomes = new HashMap<>();
        private final List<Change> changed = new ArrayList<>();
        private final Instant now = clock.instant();

        Batch(String university, Collection<Person> behind, List<? extends Entry> wanted) {
            this.university = university;
            this.behind = behind.stream().collect(Collectors.toMap(Person::number, Person::id));
            wanted.forEach(entry -> waiting.put(entry.number(), entry));
        }

        void carryOut() {
            while (!waiting.isEmpty()) {
                // One that is added by others in this very moment is waited for, and met in the next turn.
                entries.lockAll(university, waiting.keySet()).forEach(this::decide);
                List<RollEntry> strangers = waiting.values().stream()
                        .map(this::stranger)
                        .sorted(Comparator.comparing(RollEntry::number))
                        .toList();
                for (RollEntry added : entries.addAll(strangers)) {
                    taken(waiting, added.number());
                    outcomes.put(added.number(), Outcome.NEW);
                }
            }
            entries.saveAll(changed.stream().map(Change::after).toList());
        }

        private void decide(RollEntry known) {
            if (known.person() != null && !behind.containsKey(known.number())) {
                // To lock the person now would be against the order of locks, and not to would leave them behind.
                throw new OvertakenException();
            }
            RollFacts facts = taken(waiting, known.number()).wanted(known);
            RollEntry after = known.of(facts, behind.getOrDefault(known.number(), known.person()), now);
            outcomes.put(known.number(), foresee(known, facts));
            if (after.version() != known.version()) {
                changed.add(new Change(known, after));
            }
        }

        private RollEntry stranger(Entry entry) {
            return new RollEntry(
                    ids.get(),
                    university,
                    entry.number(),
                    1,
                    entry.wanted(null),
                    behind.get(entry.number()),
                    null,
                    0,
                    null,
                    now);
        }
    }

    private static Entry taken(Map<String, Entry> waiting, String number) {
        Entry entry = waiting.remove(number);
        if (entry == null) {
            throw new IllegalStateException("number (%s) must be one that was asked for.".formatted(number));
        }
        return entry;
    }

    @Override
    public void entered(Person person, StudentProfile profile, Reached reached) {
        new Batch(person.university(), List.of(person), List.of(new Posting(person, profile, reached))).carryOut();
    }

    @Override
    public boolean mayBeOf(String school, String university, String number) {
        return entries.find(university, number)
                .map(entry -> school.equals(entry.facts().school()))
                .orElse(true);
    }

    @Override
    public Optional<Known> find(String university, String number) {
        return entries.find(university, number).map(entry -> entry.facts().known());
    }

    /** What a university says of a student with their profile; what it does not say there stays. */
    private record Posting(Person person, StudentProfile profile, Reached reached) implements Entry {

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
                    reached.phone() == null ? before.phone() : reached.phone(),
                    reached.email());
        }
    }
}
