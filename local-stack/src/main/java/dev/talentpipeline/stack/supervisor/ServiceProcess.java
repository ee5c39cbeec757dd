package dev.talentpipeline.stack.supervisor;

import dev.talentpipeline.stack.ProcessPart;
import dev.talentpipeline.stack.process.Aim;
import dev.talentpipeline.stack.process.ChildProcess;
import dev.talentpipeline.stack.process.HttpProbe;
import dev.talentpipeline.stack.process.JavaCommand;
import dev.talentpipeline.stack.process.ProcessException;
import dev.talentpipeline.stack.process.ProcessPlan;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One service of the platform as a process. */
final class ServiceProcess implements ProcessPart {

    /** A stack that starts only once, such as that of a test, gains nothing from a training run, and little from the optimizing compiler. */
    private static final boolean TRAINING = !"off".equals(System.getenv("PIPELINE_TRAINING"));

    /** What the JVMs of this stack spend their time on. */
    static final Aim AIM = TRAINING ? Aim.THROUGHPUT : Aim.QUICK_START;

    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration TRAINING_TIMEOUT = Duration.ofMinutes(3);
    private static final int KILLED_BY_SIGNAL = 128;

    private final Service service;
    private final Supplier<UnpackedApp> app;
    private final Supplier<Map<String, String>> environment;
    private final Path directory;
    private final Path log;
    private final String address;
    private volatile ChildProcess process;

    /**
     * @param app asked at each start, so that a service that was built anew starts as it is now
     * @param environment asked at each start, since some of it is known only once the database runs
     */
    ServiceProcess(
            Service service,
            Supplier<UnpackedApp> app,
            Supplier<Map<String, String>> environment,
            Path directory,
            Path log,
            String address) {
        this.service = service;
        this.app = app;
        this.environment = environment;
        this.directory = directory;
        this.log = log;
        this.address = address;
        this.process = new ChildProcess(plan(List.of(), Map.of()));
    }

    @Override
    public void start() {
        if (!process.isAlive()) {
            UnpackedApp unpacked = app.get();
            Map<String, String> variables = environment.get();
            if (TRAINING && !Files.exists(unpacked.cache())) {
                train(unpacked, variables);
            }
            process = new ChildProcess(plan(command(unpacked), variables));
            process.start();
        }
        URI readiness = URI.create(address + "/actuator/health/readiness");
        process.awaitReady(START_TIMEOUT, () -> HttpProbe.succeeds(readiness));
    }

    private List<String> command(UnpackedApp unpacked) {
        JavaCommand java = new JavaCommand(service.maximumHeapMebibytes()).aimingAt(AIM);
        if (Files.exists(unpacked.cache())) {
            // A cache that does not fit the JVM or the jar any more is passed over.
            java.with("-XX:AOTCache=" + unpacked.cache(), "-Xlog:aot=off", "-Xlog:cds=off");
        }
        return java.jar(unpacked.jar());
    }

    /**
     * Lets the service assemble itself once, without serving anybody, so that the JVM writes down what it loaded and linked: every later start
     * takes half the time. A training that fails costs only that.
     */
    private void train(UnpackedApp unpacked, Map<String, String> variables) {
        ChildProcess training = new ChildProcess(plan(
                new JavaCommand(service.maximumHeapMebibytes())
                        .with(
                                "-XX:AOTCacheOutput=" + unpacked.cache(),
                                "-Xlog:aot=off",
                                "-Xlog:cds=off",
                                "-Dspring.context.exit=onRefresh")
                        .jar(unpacked.jar()),
                variables));
        process = training;
        training.start();
        if (!training.awaitEnd(TRAINING_TIMEOUT)) {
            training.kill();
            unpacked.forgetCache();
            return;
        }
        int status = training.exitStatus().orElseThrow();
        if (status != 0) {
            unpacked.forgetCache();
        }
        if (status > KILLED_BY_SIGNAL) {
            throw new ProcessException(
                    "%s was stopped while it was prepared for quick starts.".formatted(service.module()));
        }
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public String address() {
        return address;
    }

    private ProcessPlan plan(List<String> command, Map<String, String> variables) {
        return new ProcessPlan(service.module(), command, variables, directory, log);
    }
}
