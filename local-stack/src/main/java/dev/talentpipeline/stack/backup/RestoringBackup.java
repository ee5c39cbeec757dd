package dev.talentpipeline.stack.backup;

import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.EmbeddedBroker;
import dev.talentpipeline.stack.EmbeddedDatabase;
import dev.talentpipeline.stack.Installation;
import dev.talentpipeline.stack.ProcessPart;
import dev.talentpipeline.stack.process.Aim;
import dev.talentpipeline.stack.process.OrphanGuard;
import dev.talentpipeline.stack.process.Ports;
import dev.talentpipeline.stack.process.ProcessException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Puts a backup in the place of a stack's data. All of it is unpacked beside the data and its database is started once, before the data is
 * touched; then both change places. The stack must not run.
 *
 * <p>Where the topics outlived the database they are kept: readers whose effects are in the database are set back to where they were, and
 * internship-service finds at its start what the topics say beyond it.
 */
public final class RestoringBackup {

    private static final Duration STOPPING = Duration.ofSeconds(30);

    /** The groups whose effects are in a database of the backup; the matcher's are on its own topics. */
    private static final List<ConsumerGroup> WITH_DATABASE =
            List.of(ConsumerGroup.INTERNSHIP_SERVICE, ConsumerGroup.NOTIFICATION_SERVICE);

    private final Path root;
    private final Installation installation;
    private final Consumer<String> out;

    /**
     * A restorer.
     *
     * @param root the stack's directory
     */
    public RestoringBackup(Path root, Installation installation, Consumer<String> out) {
        this.root = root.toAbsolutePath();
        this.installation = installation;
        this.out = out;
    }

    /**
     * Restores the file.
     *
     * @param replace whether data that is there may go
     * @param keepTopics whether the broker's data stays as it is
     */
    public void restore(Path file, boolean replace, boolean keepTopics) {
        BackupFile backup = BackupFile.checked(file);
        Path restored = Layout.restored(root);
        try {
            refuseUnwanted(backup.manifest(), replace, keepTopics);
            OrphanGuard.enable();
            Folders.remove(restored);
            try {
                unpack(backup, restored, keepTopics);
                exchange(keepTopics);
            } finally {
                Folders.remove(restored);
            }
        } catch (IOException e) {
            throw new ProcessException(
                    "%s could not be restored: %s. The data is as it was.".formatted(file, e.getMessage()), e);
        }
        try {
            Folders.remove(Layout.replaced(root));
        } catch (IOException e) {
            throw new ProcessException(
                    "All was restored, but %s could not be removed: %s. Remove it by hand."
                            .formatted(Layout.replaced(root), e.getMessage()),
                    e);
        }
    }

    private void unpack(BackupFile backup, Path restored, boolean keepTopics) throws IOException {
        Files.createDirectories(restored);
        backup.unpack(Layout.POSTGRES, restored);
        Path databases = restored.resolve(Layout.POSTGRES);
        Files.setPosixFilePermissions(Layout.databaseFiles(databases), PosixFilePermissions.fromString("rwx------"));
        // It brings itself to the moment of the backup, or refuses to start.
        briefly(database(databases), EmbeddedDatabase::address);
        out.accept("The databases are as they were at %s."
                .formatted(backup.manifest().takenAt()));
        if (keepTopics) {
            setBackReaders(backup.manifest());
        } else {
            backup.unpack(Layout.KAFKA, restored);
            backup.unpack(Layout.DEMO_MARK, restored);
            backup.unpack(Layout.STACK_FILE, restored);
            takeErasuresAlong(backup.manifest());
        }
    }

    private void refuseUnwanted(Manifest manifest, boolean replace, boolean keepTopics) throws IOException {
        Path replaced = Layout.replaced(root);
        if (Files.exists(replaced)) {
            throw new ProcessException(
                    "%s must not be there: an earlier restore was interrupted while it exchanged the data. Move it back to %s, or remove it if all is well there."
                            .formatted(replaced, Layout.data(root)));
        }
        if (!isEmpty(Layout.data(root)) && !replace) {
            throw new ProcessException(
                    "%s must be empty, and holds the data of a stack. Remove it with ./pipeline down --erase, or let the backup take its place with --replace."
                            .formatted(Layout.data(root)));
        }
        String cluster = clusterOfData();
        if (keepTopics && !manifest.cluster().equals(cluster)) {
            throw new ProcessException(
                    "The topics that are kept must be those of the backup (cluster %s), and here are %s. Restore the backup whole, without --keep-topics."
                            .formatted(manifest.cluster(), cluster == null ? "none" : "those of cluster " + cluster));
        }
    }

    private static boolean isEmpty(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return true;
        }
        try (Stream<Path> content = Files.list(data)) {
            return content.noneMatch(part -> Files.exists(Layout.databaseFiles(part)));
        }
    }

    /** The id of the broker's cluster in the data directory; null: there is no broker's data. */
    private @Nullable String clusterOfData() throws IOException {
        Path properties =
                Layout.brokerFiles(Layout.data(root).resolve(Layout.KAFKA)).resolve("meta.properties");
        if (!Files.isRegularFile(properties)) {
            return null;
        }
        Properties meta = new Properties();
        try (Reader reader = Files.newBufferedReader(properties)) {
            meta.load(reader);
        }
        return meta.getProperty("cluster.id");
    }

    private void setBackReaders(Manifest manifest) {
        briefly(broker(Layout.data(root).resolve(Layout.KAFKA)), broker -> {
            try (Readers readers = new Readers(broker.bootstrapServers())) {
                WITH_DATABASE.forEach(group -> {
                    Map<String, Long> positions =
                            new HashMap<>(manifest.positions().getOrDefault(group.id(), Map.of()));
                    // The matcher repeats by itself what was not answered; the rest was, though the answer is lost.
                    positions
                            .keySet()
                            .removeIf(partition -> partition.startsWith(Topics.PLACEMENT_OFFERS.name() + "-"));
                    Set<String> read = group.topics().stream()
                            .map(Topic::name)
                            .filter(topic -> !topic.equals(Topics.PLACEMENT_OFFERS.name()))
                            .collect(Collectors.toSet());
                    readers.setBack(group.id(), positions, read);
                });
            }
            return broker;
        });
        out.accept("The topics are kept, and their readers with a database read again from where they were then.");
    }

    /** Nobody comes back who was erased since the backup was taken, as far as the data that goes knows of it. */
    private void takeErasuresAlong(Manifest manifest) throws IOException {
        if (!manifest.cluster().equals(clusterOfData())) {
            out.accept(
                    "Who was erased after %s is not known here. Have them erased again.".formatted(manifest.takenAt()));
            return;
        }
        List<ConsumerRecord<String, byte[]>> erasures = knownErasures();
        int added = briefly(
                broker(Layout.restored(root).resolve(Layout.KAFKA)),
                broker -> CarriedErasures.add(erasures, broker.bootstrapServers()));
        out.accept("%d erasures since then were taken along; they are carried out again at the next start."
                .formatted(added));
    }

    private List<ConsumerRecord<String, byte[]>> knownErasures() {
        Path going = Layout.data(root).resolve(Layout.KAFKA);
        try {
            return briefly(broker(going), broker -> CarriedErasures.read(broker.bootstrapServers()));
        } catch (ProcessException e) {
            throw new ProcessException(
                    "Who was erased could not be read from %s, so that they would come back unnoticed. Maybe move %s elsewhere, restore again, and then have everybody erased again who was erased since. %s"
                            .formatted(going, Layout.data(root), e.getMessage()),
                    e);
        }
    }

    private void exchange(boolean keepTopics) throws IOException {
        Path data = Layout.data(root);
        Path restored = Layout.restored(root);
        Path replaced = Layout.replaced(root);
        if (keepTopics) {
            Files.createDirectories(replaced);
            exchange(
                    data.resolve(Layout.POSTGRES),
                    restored.resolve(Layout.POSTGRES),
                    replaced.resolve(Layout.POSTGRES));
        } else {
            exchange(data, restored, replaced);
            move(data.resolve(Layout.STACK_FILE), root.resolve(Layout.STACK_FILE));
        }
    }

    /** Puts a folder in the place of another one, which is put aside; back again if the place cannot be taken. */
    private static void exchange(Path place, Path next, Path aside) throws IOException {
        move(place, aside);
        try {
            move(next, place);
        } catch (IOException e) {
            move(aside, place);
            throw e;
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private EmbeddedDatabase database(Path directory) {
        return new EmbeddedDatabase(installation, directory, log(), Ports.free(), EmbeddedDatabase.Durability.DISK);
    }

    private EmbeddedBroker broker(Path directory) {
        return new EmbeddedBroker(installation, directory, log(), Ports.free(), Ports.free(), Aim.QUICK_START);
    }

    private Path log() {
        return root.resolve("logs").resolve("restore.log");
    }

    /** Starts a part for the work, and stops it in order whatever came of it. */
    private static <P extends ProcessPart, T> T briefly(P part, Function<P, T> work) {
        try {
            part.start();
            return work.apply(part);
        } finally {
            part.process().stop(part.stopSignal(), STOPPING);
        }
    }
}
