package dev.talentpipeline.stack;

import dev.talentpipeline.stack.process.ChildProcess;
import dev.talentpipeline.stack.process.ProcessPlan;
import dev.talentpipeline.stack.process.Secrets;
import dev.talentpipeline.stack.process.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A real PostgreSQL server as a child process in the foreground, so that the process is the postmaster. It listens on loopback only, and its
 * superuser has a random password that is kept beside the data, readable by its owner only.
 */
public final class EmbeddedDatabase implements Database, ProcessPart {

    /** What a loss of power may cost. The death of a process costs nothing in either case. */
    public enum Durability {
        /** Every commit reaches the disk. */
        DISK,
        /** Commits reach the operating system: for data that is thrown away after a test. */
        MEMORY
    }

    private static final String USERNAME = "pipeline";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final Installation installation;
    private final Durability durability;
    private final PostgresProgram program;
    private final Path directory;
    private final Path log;
    private final int port;
    private final ChildProcess process;

    /**
     * @param directory holds the data and the password, and nothing else
     * @param log receives what the server prints
     */
    public EmbeddedDatabase(Installation installation, Path directory, Path log, int port, Durability durability) {
        this.installation = installation;
        this.durability = durability;
        this.program = PostgresProgram.of(installation);
        this.directory = directory.toAbsolutePath();
        this.log = log;
        this.port = port;
        List<String> arguments = new ArrayList<>();
        Collections.addAll(arguments, "-D", data().toString(), "-h", "127.0.0.1", "-p", String.valueOf(port));
        setting(arguments, "max_connections", "200");
        setting(arguments, "unix_socket_directories", "");
        // Memory is taken as it is used. With half as much the databases of two services drive each other's pages out
        // in a rush.
        setting(arguments, "shared_buffers", "512MB");
        setting(arguments, "wal_buffers", "32MB");
        // A failed statement is logged without its values, which may be names and addresses.
        setting(arguments, "log_error_verbosity", "terse");
        setting(arguments, "log_min_error_statement", "panic");
        // A log segment that is kept to be used again would keep what was erased from the tables.
        setting(arguments, "wal_recycle", "off");
        if (durability == Durability.MEMORY) {
            setting(arguments, "fsync", "off");
            setting(arguments, "full_page_writes", "off");
        }
        this.process = new ChildProcess(plan(program.command("postgres", arguments.toArray(String[]::new))));
    }

    private static void setting(List<String> arguments, String name, String value) {
        Collections.addAll(arguments, "-c", name + "=" + value);
    }

    @Override
    public void start() {
        initialise();
        Instant giveUp = Instant.now().plus(START_TIMEOUT);
        do {
            process.start();
            process.awaitReady(START_TIMEOUT, () -> server().accepts() || isHeldUpByPredecessor());
        } while (isHeldUpByPredecessor() && Instant.now().isBefore(giveUp));
        process.awaitReady(Duration.ZERO, server()::accepts);
    }

    /** After a kill the old server's workers still hold its memory for a moment, and a new server ends at once. */
    private boolean isHeldUpByPredecessor() {
        return !process.isAlive()
                && process.lastLines().reversed().stream()
                        .limit(3)
                        .anyMatch(line -> line.contains("is still in use") || line.contains("already exists"));
    }

    @Override
    public void kill() {
        List<ProcessHandle> workers =
                process.handle().stream().flatMap(ProcessHandle::descendants).toList();
        process.kill();
        workers.forEach(worker -> worker.onExit().join());
    }

    @Override
    public String jdbcUrl(String database) {
        return server().jdbcUrl(database);
    }

    private JdbcServer server() {
        return new JdbcServer(port, USERNAME, password());
    }

    @Override
    public String username() {
        return USERNAME;
    }

    @Override
    public String password() {
        try {
            return Files.readString(passwordFile(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public StopSignal stopSignal() {
        return StopSignal.INT;
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    private void initialise() {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            if (durability == Durability.MEMORY) {
                // What is thrown away needs no password of its own, and making a database takes a second.
                MadeOnce.at(installation.target().resolve("database"), this::initialise)
                        .copyTo(directory, file -> true);
            } else {
                initialise(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void initialise(Path place) throws IOException {
        if (!Files.exists(passwordFile(place))) {
            Secrets.writeOwnerOnly(passwordFile(place), Secrets.random());
        }
        ChildProcess.run(
                plan(program.command(
                        "initdb",
                        "--pgdata=" + data(place),
                        "--username=" + USERNAME,
                        "--pwfile=" + passwordFile(place),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--no-sync",
                        "--no-instructions")),
                START_TIMEOUT);
    }

    private ProcessPlan plan(List<String> command) {
        // Neither time zone nor language of whoever starts it may decide what the database does.
        return new ProcessPlan("postgres", command, Map.of("TZ", "UTC", "LC_ALL", "C"), directory, log);
    }

    private Path data() {
        return data(directory);
    }

    private static Path data(Path place) {
        return place.resolve("data");
    }

    private static Path passwordFile(Path place) {
        return place.resolve("password");
    }
}
