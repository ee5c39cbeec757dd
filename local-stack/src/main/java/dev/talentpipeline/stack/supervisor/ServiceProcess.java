package dev.talentpipeline.stack.supervisor;

import dev.talentpipeline.stack.ProcessPart;
import dev.talentpipeline.stack.process.ChildProcess;
import dev.talentpipeline.stack.process.HttpProbe;
import dev.talentpipeline.stack.process.JavaCommand;
import dev.talentpipeline.stack.process.ProcessPlan;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One service of the platform as a process. */
final class ServiceProcess implements ProcessPart {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

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
            process = new ChildProcess(plan(
                    new JavaCommand(service.maximumHeapMebibytes())
                            .jar(app.get().jar()),
                    environment.get()));
            process.start();
        }
        URI readiness = URI.create(address + "/actuator/health/readiness");
        process.awaitReady(START_TIMEOUT, () -> HttpProbe.succeeds(readiness));
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
