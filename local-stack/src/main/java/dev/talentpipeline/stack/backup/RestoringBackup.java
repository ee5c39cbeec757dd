package dev.talentpipeline.stack.backup;

import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.stack.EmbeddedBroker;
import dev.talentpipeline.stack.EmbeddedDatabase;
import dev.talentpipeline.stack.Installation;
import dev.talentpipeline.stack.ProcessPart;
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
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
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
        try {
            refuseUnwanted(backup.manifest(), replace, keepTopics);
            OrphanGuard.enable();
            Path restored = Layout.restored(root);
            Folders.remove(restored);
            Files.createDirectories(restored);
            backup.unpack(Layout.POSTGRES, restored);
            Files.setPosixFilePermissions(
                    Layout.databaseFiles(restored.resolve(Layout.POSTGRES)),
                    PosixFilePermissions.fromString("rwx------"));
            try (Running<EmbeddedDatabase> database = started(database(restored.resolve(Layout.POSTGRES)))) {
                out.accept("The databases are as they were at %s."
                        .formatted(backup.manifest().takenAt()));
                database.stop();
            }
            if (keepTopics) {
                setBackReaders(backup.manifest());
            } else {
                backup.unpack(Layout.KAFKA, restored);
                backup.unpack(Layout.DEMO_MARK, restored);
                backup.unpack(Layout.STACK_FILE, restored);
                takeErasuresAlong(backup.manifest());
            }
            exchange(keepTopics);
        } catch (IOException e) {
            throw new ProcessException(
                    "%s could not be restored: %s. The data is as it was.".formatted(file, e.getMessage()), e);
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
        try (Running<EmbeddedBroker> broker = started(broker(Layout.data(root).resolve(Layout.KAFKA)));
                Readers readers = new Readers(broker.part().bootstrapServers())) {
            for (ConsumerGroup group : WITH_DATABASE) {
                readers.setBack(group.id(), manifest.positions().getOrDefault(group.id(), Map.of()));
            }
            out.accept("The topics are kept, and their readers with a database read again from where they were then.");
        }
    }

    /** Nobody comes back who was erased since the backup was taken, as far as the data that goes knows of it. */
    private void takeErasuresAlong(Manifest manifest) throws IOException {
        if (!manifest.cluster().equals(clusterOfData())) {
            out.accept(
                    "Who was erased after %s is not known here. Have them erased again.".formatted(manifest.takenAt()));
            return;
        }
        List<ConsumerRecord<String, byte[]>> erasures =
                ofBroker(Layout.data(root).resolve(Layout.KAFKA), CarriedErasures::read);
        int added = ofBroker(
                Layout.restored(root).resolve(Layout.KAFKA), address -> CarriedErasures.add(erasures, address));
        out.accept("%d erasures since then were taken along; they are carried out again at the next start."
                .formatted(added));
    }

    private <T> T ofBroker(Path directory, Function<String, T> work) {
        try (Running<EmbeddedBroker> broker = started(broker(directory))) {
            return work.apply(broker.part().bootstrapServers());
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
        Folders.remove(restored);
        Folders.remove(replaced);
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
        return new EmbeddedBroker(installation, directory, log(), Ports.free(), Ports.free());
    }

    private Path log() {
        return root.resolve("logs").resolve("restore.log");
    }

    /** Started for a moment, and stopped in order. */
    private record Running<P extends ProcessPart>(P part) implements AutoCloseable {

        void stop() {
            part.process().stop(part.stopSignal(), STOPPING);
        }

        @Override
        public void close() {
            stop();
        }
    }

    private static <P extends ProcessPart> Running<P> started(P part) {
        try {
            part.start();
        } catch (ProcessException e) {
            part.kill();
            throw e;
        }
        return new Running<>(part);
    }
}
