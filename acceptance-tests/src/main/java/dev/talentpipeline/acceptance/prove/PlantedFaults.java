package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.acceptance.Launcher;
import dev.talentpipeline.acceptance.prove.PlantedEvents.Thing;
import dev.talentpipeline.acceptance.prove.PlantedEvents.Told;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.stack.client.PipelineClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Plants fifty faults, each kind with several of those who write or read: 13 deleted records, of which three were the last of their partition, so that only the writer's account knows of them; 13
 * duplicates; 12 skipped offsets and 12 events applied twice. Notes of each how the ledger has to name it.
 */
final class PlantedFaults implements AutoCloseable {

    /** Readers skip something on the partitions before it, and apply something twice on the others. */
    private static final int APPLYING_FROM = 3;

    /** It takes seconds; a machine that does much else besides may need more. */
    private static final Duration TO_BE_READ = Duration.ofMinutes(5);

    private final SeenLedger ledger;
    private final Launcher launcher = new Launcher(Map.of());
    private final PlantedEvents events;
    private final PlantedAccounts accounts;
    private final List<String> planted = new ArrayList<>();
    private final Set<String> besides = new HashSet<>();

    PlantedFaults(PipelineClient client, SeenLedger ledger) {
        this.ledger = ledger;
        events = new PlantedEvents(client);
        accounts = new PlantedAccounts(client);
    }

    /** How each is named. */
    List<String> planted() {
        return List.copyOf(planted);
    }

    /** What is so as well, since it was needed for that. */
    Set<String> besides() {
        return Set.copyOf(besides);
    }

    void plant() {
        // So that there is an account of every partition to compare with.
        List<Told> contacts = twice(() -> events.everywhere(PlantedEvents::contact));
        List<Told> profiles = twice(() -> events.everywhere(PlantedEvents::profile));
        awaitRead(ConsumerGroup.NOTIFICATION_SERVICE, contacts);
        awaitRead(ConsumerGroup.MATCHING_SERVICE, profiles);
        awaitRead(ConsumerGroup.INTERNSHIP_SERVICE, events.everywhere(PlantedEvents::notice));
        plantOnTopics();

        for (ConsumerGroup reader : ConsumerGroup.values()) {
            launcher.run("kill", reader.id());
        }
        List<Told> skippedContacts = twice(() -> few(PlantedEvents::contact));
        List<Told> skippedProfiles = few(PlantedEvents::profile);
        List<Told> skippedNotices = few(PlantedEvents::notice);
        List<Told> contactCopies = copies(contacts);
        List<Told> profileCopies = copies(profiles);
        awaitGroupsAreEmpty();
        skip(ConsumerGroup.NOTIFICATION_SERVICE, skippedContacts);
        skip(ConsumerGroup.MATCHING_SERVICE, skippedProfiles);
        skip(ConsumerGroup.INTERNSHIP_SERVICE, skippedNotices);
        applyTwice(ConsumerGroup.NOTIFICATION_SERVICE, contactCopies);
        applyTwice(ConsumerGroup.MATCHING_SERVICE, profileCopies);
        // The later of both on each partition: no later version tells of it.
        skippedContacts.subList(APPLYING_FROM, skippedContacts.size()).forEach(this::loseWhatFollows);
        for (ConsumerGroup reader : ConsumerGroup.values()) {
            launcher.run("restart", reader.id());
        }
        // Whose place was set says so only with the next that it reads.
        events.everywhere(PlantedEvents::contact);
        events.everywhere(PlantedEvents::profile);
        events.everywhere(PlantedEvents::notice);
    }

    /** Steps of notices may be told again by intent, so that no copy of one is planted. */
    private void plantOnTopics() {
        Stream.of(some(4, PlantedEvents::cutoff), some(3, PlantedEvents::contact), some(3, PlantedEvents::notice))
                .flatMap(things -> things)
                .forEach(this::delete);
        Stream.of(some(5, PlantedEvents::cutoff), some(4, PlantedEvents::contact), some(4, PlantedEvents::profile))
                .flatMap(things -> things)
                .forEach(thing -> planted.add(twice(events.again(events.tell(thing, 1)))));
    }

    private static Stream<Thing> some(int many, IntFunction<Thing> thing) {
        return IntStream.range(0, many).mapToObj(thing);
    }

    /** One on each of the partitions on which readers skip. */
    private List<Told> few(IntFunction<Thing> thing) {
        return some(APPLYING_FROM, thing).map(each -> events.tell(each, 1)).toList();
    }

    private static List<Told> twice(Supplier<List<Told>> telling) {
        return Stream.of(telling.get(), telling.get()).flatMap(List::stream).toList();
    }

    /** The second of three versions is not there. */
    private void delete(Thing thing) {
        events.tell(thing, 1);
        events.tell(thing, 3);
        planted.add("VERSION_MISSING %s 2".formatted(thing.key()));
    }

    private static String twice(Told told) {
        return "EVENT_TWICE %s %s".formatted(told.thing().key(), told.event());
    }

    /** Of what stands on the partitions on which readers apply twice. That it stands there twice is so as well. */
    private List<Told> copies(List<Told> all) {
        List<Told> copies = all.stream()
                .filter(told -> told.at().partition() >= APPLYING_FROM)
                .map(events::again)
                .toList();
        copies.forEach(copy -> besides.add(twice(copy)));
        return copies;
    }

    private void skip(ConsumerGroup reader, List<Told> unread) {
        accounts.skip(reader, unread);
        unread.forEach(told -> planted.add(SeenLedger.line("READER_SKIPPED", reader, told)));
    }

    private void applyTwice(ConsumerGroup reader, List<Told> copies) {
        accounts.sayApplied(reader, copies);
        copies.forEach(copy -> planted.add(SeenLedger.line("READER_APPLIED_TWICE", reader, copy)));
    }

    private void loseWhatFollows(Told last) {
        Told lost = events.lose(last);
        accounts.sayWritten(lost);
        planted.add("WRITTEN_MISSING %s %d".formatted(lost.thing().key(), lost.version()));
    }

    private void awaitRead(ConsumerGroup reader, List<Told> told) {
        Instant patience = Instant.now().plus(TO_BE_READ);
        List<Told> left = ledger.notCompared(reader, told);
        while (!left.isEmpty()) {
            if (Instant.now().isAfter(patience)) {
                throw new IllegalStateException(
                        "%s must come past %s within %s, and the ledger have compared that. Maybe it does not run, or monitoring-service is behind?"
                                .formatted(
                                        reader.id(), left.stream().map(Told::at).toList(), TO_BE_READ));
            }
            Pause.of(Duration.ofSeconds(1));
            left = ledger.notCompared(reader, left);
        }
    }

    /** The broker misses a reader that was killed only after its session. */
    private static void awaitGroupsAreEmpty() {
        Pause.of(Duration.ofSeconds(50));
    }

    @Override
    public void close() {
        events.close();
        accounts.close();
    }
}
