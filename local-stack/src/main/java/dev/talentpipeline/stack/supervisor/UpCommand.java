package dev.talentpipeline.stack.supervisor;

import dev.talentpipeline.stack.Installation;
import dev.talentpipeline.stack.backup.TakingBackup;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.demo.DemoLoadException;
import dev.talentpipeline.stack.demo.EnteringMembers;
import dev.talentpipeline.stack.process.ProcessException;
import dev.talentpipeline.stack.process.ProcessRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Starts the stack in this JVM, which supervises it from then on until somebody stops it. */
final class UpCommand {

    private final StackDirectory directory;
    private final Options options;
    private final Consumer<String> out;
    private final LocalStack stack;
    private final Supervisor supervisor;
    private final CountDownLatch stopped = new CountDownLatch(1);

    UpCommand(Path checkout, StackDirectory directory, Options options, StackPorts ports, Consumer<String> out) {
        this.directory = directory;
        this.options = options;
        this.out = out;
        this.stack = new LocalStack(checkout, Installation.locate(), directory, ports);
        this.supervisor = new Supervisor(stack, directory, out);
        List<String> taken = ports.taken(stack.neededPorts());
        if (!taken.isEmpty()) {
            throw new ProcessException(String.join(System.lineSeparator(), taken));
        }
    }

    /** Returns the exit status once the stack has been stopped. */
    int run() {
        Instant begin = Instant.now();
        TakingBackup.forgetUnfinished(directory.root());
        ProcessRecord.of(ProcessHandle.current()).write(directory.supervisorRecord());
        Thread onSignal = new Thread(this::stop, "stop-on-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try (ControlServer _ = ControlServer.open(directory.controlSocket(), this::handle)) {
            out.accept("Starting Talent Pipeline; its data and logs are in " + directory.root() + "/");
            supervisor.start();
            enterMembers();
            loadDemo();
            out.accept(String.format(
                    Locale.ROOT,
                    "Ready after %.1f s.",
                    Duration.between(begin, Instant.now()).toMillis() / 1000.0));
            Welcome.lines(directory).forEach(out);
            Files.writeString(directory.readyMark(), "");
            stopped.await();
            return 0;
        } catch (ProcessException e) {
            if (supervisor.isStopping() && stopped.getCount() == 0) {
                return 0;
            }
            out.accept(String.valueOf(e.getMessage()));
            stop();
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            return 1;
        }
    }

    /** The accounts belong to organisations, and what a company posts is seen only once it is entered and verified. */
    private void enterMembers() {
        if (!isComplete()) {
            return;
        }
        try (PipelineClient client = PipelineClient.fromStackFile(directory.stackFile())) {
            new EnteringMembers(client).enterAll();
        } catch (DemoLoadException e) {
            // The stack itself is well: it stays, and the next start tries again.
            out.accept(e.getMessage() + " Maybe restart the stack.");
        }
    }

    private void loadDemo() throws InterruptedException {
        if (!options.demo() || Files.exists(directory.demoMark()) || !isComplete()) {
            return;
        }
        try {
            DemoCommand.load(directory, out);
        } catch (DemoLoadException e) {
            // The stack itself is well: it stays, and the demo can be loaded again.
            out.accept(e.getMessage() + " Load it again with: ./pipeline demo");
        }
    }

    /** The demo enters through the console and needs the system of record. */
    private boolean isComplete() {
        return stack.services().stream()
                        .map(ServiceProcess::name)
                        .filter(name ->
                                name.equals(Service.CONSOLE.module()) || name.equals(Service.INTERNSHIP.module()))
                        .count()
                == 2;
    }

    private void handle(List<String> words, Consumer<String> reply) {
        String request = words.isEmpty() ? "" : words.getFirst();
        switch (request) {
            case "status" -> supervisor.status().forEach(reply);
            case "restart" -> {
                String name = words.size() > 1 ? words.get(1) : "";
                Duration taken = supervisor.restart(name);
                reply.accept(String.format(Locale.ROOT, "%s is ready after %.1f s.", name, taken.toMillis() / 1000.0));
            }
            case "backup" -> supervisor.backup(Path.of(URI.create(words.size() > 1 ? words.get(1) : "")), reply);
            case "stop" -> {
                stop();
                reply.accept("Stopped.");
            }
            default -> throw new UsageException("The supervisor does not know %s.".formatted(request));
        }
    }

    private void stop() {
        try {
            Files.deleteIfExists(directory.readyMark());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!supervisor.isStopping()) {
            out.accept("Stopping.");
        }
        supervisor.stop();
        stopped.countDown();
    }
}
