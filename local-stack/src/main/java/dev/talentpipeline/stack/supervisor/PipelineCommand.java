package dev.talentpipeline.stack.supervisor;

import dev.talentpipeline.stack.Installation;
import dev.talentpipeline.stack.backup.RestoringBackup;
import dev.talentpipeline.stack.demo.DemoLoadException;
import dev.talentpipeline.stack.process.ProcessException;
import dev.talentpipeline.stack.process.ProcessRecord;
import dev.talentpipeline.stack.supervisor.ControlClient.Outcome;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands of {@code ./pipeline}. The exit status is 0 when what was asked for holds, 1 when it does not, and 2 when the command line asks for
 * something that does not exist.
 */
public final class PipelineCommand {

    /** Names another directory than {@code .pipeline} for a second stack of the same checkout. */
    private static final String DIRECTORY_VARIABLE = "PIPELINE_DIRECTORY";

    /** The folder that the launcher was called from. */
    private static final String CALLED_FROM_VARIABLE = "PIPELINE_CALLED_FROM";

    private static final String HELP = """
            ./pipeline up [--detach] [--no-demo] [--port NAME=NUMBER]…
                                 build what is not built, start everything, load the demo programme;
                                 in the foreground until Ctrl-C, or with --detach until all is ready
            ./pipeline down [--erase]
                                 stop everything; with --erase also remove all data
            ./pipeline status    every process, and the last lines of those that died
            ./pipeline logs NAME [-f]
                                 the log of a process; -f goes on showing it
            ./pipeline restart NAME
                                 stop a process if it runs, and start it again
            ./pipeline kill NAME end a process as kill -9 does
            ./pipeline demo      load the demo programme into the running stack
            ./pipeline prove [NAME] [--minutes N] [--offers N] [--kills N]
                                 run a proof against the running stack; flows takes minutes, notices offers and kills
            ./pipeline bench [NAME]
                                 run a measurement: engine and jmh by themselves, others against the running stack
            ./pipeline replay PROGRAMME CLEARING
                                 do a clearing again out of the topics and compare its hashes
            ./pipeline backup FILE
                                 write all data of the running stack into one file; events wait meanwhile
            ./pipeline restore FILE [--replace [--keep-topics]]
                                 put the data of a backup in place while the stack is down; --replace lets data go that
                                 is there; --keep-topics keeps the topics, and only the databases are those of the backup
            ./pipeline help      this page

            Data, logs and accounts are in .pipeline/, or in the folder of the checkout that the variable
            PIPELINE_DIRECTORY names. Ports can also be chosen by the environment, as in PIPELINE_PORT_KAFKA=19092.
            The first start of a new build trains each service for quick starts; PIPELINE_TRAINING=off skips that, and
            optimises little: for a stack that lives for minutes.
            """;

    private final Path checkout;
    private final StackDirectory directory;
    private final PrintStream out;

    private PipelineCommand(Path checkout, PrintStream out) {
        this.checkout = checkout;
        // Relative to the checkout, which the launcher makes the working directory: paths of sockets must be short.
        this.directory = StackDirectory.open(Path.of(System.getenv().getOrDefault(DIRECTORY_VARIABLE, ".pipeline")));
        this.out = out;
    }

    /** Runs one command in the checkout that is the working directory. */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        System.exit(new PipelineCommand(Path.of("").toAbsolutePath(), out).run(List.of(arguments)));
    }

    private int run(List<String> arguments) {
        String command = arguments.isEmpty() ? "help" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        try {
            return switch (command) {
                case "up" -> up(rest);
                case "down" -> down(rest);
                case "status" -> status();
                case "logs" -> LogsCommand.run(directory, rest, out);
                case "restart" -> restart(rest);
                case "kill" -> kill(rest);
                case "demo" -> demo();
                case "prove" -> program("acceptance-tests", "acceptance-tests-prove.jar", rest);
                case "bench" -> program("benchmarks", "benchmarks.jar", rest);
                case "replay" -> replay(rest);
                case "backup" -> backup(rest);
                case "restore" -> restore(rest);
                case "help", "--help", "-h" -> {
                    out.print(HELP);
                    yield 0;
                }
                default -> throw new UsageException("There is no command %s.%n%n%s".formatted(command, HELP));
            };
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (ProcessException | DemoLoadException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int replay(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("replay"));
        words.addAll(arguments);
        return new ProgramCommand(directory, checkout.resolve("matching-service/target/matching-service.jar"))
                .runWithAddresses(words);
    }

    private int backup(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new UsageException("backup needs the name of the file to write.");
        }
        Path file = file(arguments.getFirst());
        // A request is words with spaces between them, and a URI has none.
        return switch (control().ask("backup " + file.toUri(), out::println)) {
            case DONE -> Files.isRegularFile(file) ? 0 : 1;
            case REFUSED -> 1;
            case NOBODY_THERE -> throw new ProcessException("The stack is not running. Start it with: ./pipeline up");
        };
    }

    private int restore(List<String> arguments) {
        RestoreOptions options = RestoreOptions.parse(arguments);
        if (control().ask("status", line -> {}) != Outcome.NOBODY_THERE
                || !leftovers().find().isEmpty()) {
            throw new ProcessException(
                    "The stack must not run while its data is exchanged. Stop it with: ./pipeline down");
        }
        new RestoringBackup(directory.root(), Installation.locate(), out::println)
                .restore(file(options.file()), options.replace(), options.keepTopics());
        out.println("Restored. Start the stack with: ./pipeline up");
        return 0;
    }

    /** As the person meant it who called the launcher, which works in the checkout. */
    private static Path file(String name) {
        return Path.of(System.getenv().getOrDefault(CALLED_FROM_VARIABLE, ""))
                .resolve(name)
                .toAbsolutePath();
    }

    private int up(List<String> arguments) {
        Options options = Options.parse(arguments);
        StackPorts ports = StackPorts.choose(options.ports(), System.getenv());
        if (control().ask("status", line -> {}) == Outcome.DONE) {
            out.println("The stack is running already:");
            int status = status();
            Welcome.lines(directory).forEach(out::println);
            return status;
        }
        leftovers().stopAll(out::println);
        return options.detach()
                ? Detached.start(directory, arguments, out)
                : new UpCommand(checkout, directory, options, ports, out::println).run();
    }

    private int down(List<String> arguments) {
        boolean erase = arguments.equals(List.of("--erase"));
        if (!erase && !arguments.isEmpty()) {
            throw new UsageException("down does not know %s. It knows --erase.".formatted(String.join(" ", arguments)));
        }
        if (control().ask("stop", out::println) == Outcome.NOBODY_THERE) {
            List<Leftovers.Leftover> left = leftovers().find();
            out.println(left.isEmpty() ? "Nothing is running." : "The supervisor has died; stopping what it left.");
        } else {
            ProcessRecord.read(directory.supervisorRecord())
                    .flatMap(ProcessRecord::process)
                    .ifPresent(supervisor -> supervisor.onExit().join());
        }
        leftovers().stopAll(out::println);
        if (erase) {
            directory.erase();
            out.println("All data of the stack has been removed.");
        }
        return 0;
    }

    private int status() {
        List<String> dead = new ArrayList<>();
        Outcome outcome = control().ask("status", line -> {
            out.println(line);
            if (line.contains(" died (status ")) {
                dead.add(line);
            }
        });
        if (outcome != Outcome.NOBODY_THERE) {
            return dead.isEmpty() && Files.exists(directory.readyMark()) ? 0 : 1;
        }
        List<Leftovers.Leftover> left = leftovers().find();
        if (left.isEmpty()) {
            out.println("The stack is not running. Start it with: ./pipeline up");
        } else {
            out.println(
                    "The supervisor has died. Stop what it left with ./pipeline down, or start anew with ./pipeline up:");
            left.forEach(part -> out.println(
                    "  %-22s pid %d".formatted(part.name(), part.process().pid())));
        }
        return 1;
    }

    private int restart(List<String> names) {
        return switch (control().ask("restart " + one("restart", names), out::println)) {
            case DONE -> 0;
            case REFUSED -> 1;
            case NOBODY_THERE -> throw new ProcessException("The stack is not running. Start it with: ./pipeline up");
        };
    }

    /** Goes past the supervisor, as a crash does. */
    private int kill(List<String> names) {
        String name = one("kill", names);
        ProcessHandle process = leftovers()
                .find(name)
                .orElseThrow(() -> new ProcessException("%s is not running. See: ./pipeline status".formatted(name)));
        process.destroyForcibly();
        process.onExit().join();
        out.println("%s (pid %d) was killed.".formatted(name, process.pid()));
        return 0;
    }

    private int demo() throws InterruptedException {
        if (!Files.exists(directory.readyMark())) {
            throw new ProcessException("The stack is not running. Start it with: ./pipeline up");
        }
        DemoCommand.load(directory, out::println);
        return 0;
    }

    private int program(String module, String jar, List<String> arguments) {
        return new ProgramCommand(
                        directory, checkout.resolve(module).resolve("target").resolve(jar))
                .run(arguments);
    }

    private static String one(String command, List<String> names) {
        if (names.size() != 1) {
            throw new UsageException("%s needs the name of one process. See: ./pipeline status".formatted(command));
        }
        return names.getFirst();
    }

    private ControlClient control() {
        return new ControlClient(directory.controlSocket());
    }

    private Leftovers leftovers() {
        return new Leftovers(directory);
    }
}
