package dev.talentpipeline.stack.backup;

import dev.talentpipeline.stack.EmbeddedBroker;
import dev.talentpipeline.stack.EmbeddedDatabase;
import dev.talentpipeline.stack.process.ProcessException;
import dev.talentpipeline.stack.process.ProcessPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Takes a backup of a running stack. The broker pauses for the few seconds in which its files and the databases are copied: requests go on being
 * answered, and what they change waits in the outbox. So the databases know all that the topics say, and whatever they know beyond it they still have
 * to tell; no reader is ahead of the topics either.
 */
public final class TakingBackup {

    private final EmbeddedBroker broker;
    private final EmbeddedDatabase database;
    private final Path root;
    private final Clock clock;
    private final Consumer<String> out;

    /** Stops the broker, does the work, and starts the broker again whatever came of it. */
    public interface Pause {
        void during(Runnable work);
    }

    /**
     * A taker of backups.
     *
     * @param root the stack's directory
     */
    public TakingBackup(
            EmbeddedBroker broker, EmbeddedDatabase database, Path root, Clock clock, Consumer<String> out) {
        this.broker = broker;
        this.database = database;
        this.root = root;
        this.clock = clock;
        this.out = out;
    }

    /** Writes the file, which must not be there yet. */
    public void take(Path file, Pause pause) {
        if (Files.exists(file)) {
            throw new ProcessException(
                    "%s must not be there yet: a backup is never written over another file. Maybe choose another name."
                            .formatted(file));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ProcessException("The folder of %s must exist. Maybe create it first.".formatted(file));
        }
        Path copy = Layout.copy(root);
        try {
            Folders.remove(copy);
            Files.createDirectories(copy);
            Manifest about = copy(copy, pause);
            BackupWriter.write(copy, file, about);
            out.accept(String.format(
                    Locale.ROOT,
                    "%s holds all as it was at %s, in %,d bytes.",
                    file,
                    about.takenAt(),
                    Files.size(file)));
        } catch (IOException | UncheckedIOException e) {
            throw new ProcessException("The backup could not be written: %s".formatted(e.getMessage()), e);
        } finally {
            forgetUnfinished(root);
        }
    }

    /** Removes what a backup leaves that was interrupted. */
    public static void forgetUnfinished(Path root) {
        try {
            Folders.remove(Layout.copy(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Manifest copy(Path copy, Pause pause) {
        String cluster;
        Map<String, Map<String, Long>> positions;
        try (Readers readers = new Readers(broker.bootstrapServers())) {
            cluster = readers.cluster();
            // Before anything is copied: whatever a reader did until then stands in its database.
            positions = readers.positions();
        }
        String url = database.jdbcUrl("postgres");
        Instant[] takenAt = new Instant[1];
        Instant begin = clock.instant();
        pause.during(() -> {
            try {
                Folders.copy(
                        Layout.data(root).resolve(Layout.KAFKA),
                        copy.resolve(Layout.KAFKA),
                        Predicate.not(TakingBackup::isOfProcess));
                DatabaseCopy.take(
                        url,
                        database.username(),
                        database.password(),
                        Layout.databaseFiles(Layout.data(root).resolve(Layout.POSTGRES)),
                        Layout.databaseFiles(copy.resolve(Layout.POSTGRES)));
                Files.copy(
                        Layout.databasePassword(Layout.data(root).resolve(Layout.POSTGRES)),
                        Layout.databasePassword(copy.resolve(Layout.POSTGRES)));
                for (Path marks : Layout.marks(root)) {
                    if (Files.exists(marks)) {
                        Files.copy(marks, copy.resolve(marks.getFileName()));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            takenAt[0] = clock.instant();
        });
        out.accept(String.format(
                Locale.ROOT,
                "Events waited for %.1f s while everything was copied.",
                Duration.between(begin, clock.instant()).toMillis() / 1000.0));
        return new Manifest(
                Manifest.WHAT,
                Manifest.FORMAT,
                takenAt[0],
                Objects.requireNonNullElse(TakingBackup.class.getPackage().getImplementationVersion(), "unknown"),
                cluster,
                positions,
                List.of(),
                List.of());
    }

    private static boolean isOfProcess(Path below) {
        String name = below.getFileName().toString();
        return name.endsWith(ProcessPlan.RECORD_SUFFIX) || name.equals(".lock");
    }
}
