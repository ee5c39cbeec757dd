package dev.talentpipeline.stack.supervisor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The services of the platform, as far as starting them goes. */
enum Service {
    INTERNSHIP("internship-service", StackPort.INTERNSHIP_SERVICE, "internship", 512, Aim.THROUGHPUT),
    MATCHING("matching-service", StackPort.MATCHING_SERVICE, null, 768, Aim.THROUGHPUT),
    NOTIFICATION("notification-service", StackPort.NOTIFICATION_SERVICE, "notification", 384, Aim.QUICK_START),
    MONITORING("monitoring-service", StackPort.MONITORING_SERVICE, "monitoring", 384, Aim.QUICK_START),
    CONSOLE("console", StackPort.CONSOLE, "console", 384, Aim.THROUGHPUT);

    /** What the JVM of a service spends its time on. */
    enum Aim {
        /** Full optimisation: the service computes, or answers many requests. */
        THROUGHPUT,
        /** Little optimisation: the service waits for others most of the time. */
        QUICK_START
    }

    private final String module;
    private final StackPort port;
    private final Optional<String> database;
    private final int maximumHeapMebibytes;
    private final Aim aim;

    Service(String module, StackPort port, @Nullable String database, int maximumHeapMebibytes, Aim aim) {
        this.module = module;
        this.port = port;
        this.database = Optional.ofNullable(database);
        this.maximumHeapMebibytes = maximumHeapMebibytes;
        this.aim = aim;
    }

    /** Those that have been built in a checkout. */
    static List<Service> builtIn(Path checkout) {
        return List.of(values()).stream()
                .filter(service -> Files.isRegularFile(service.jar(checkout)))
                .toList();
    }

    String module() {
        return module;
    }

    StackPort port() {
        return port;
    }

    /** The name of the database that it owns. */
    Optional<String> database() {
        return database;
    }

    int maximumHeapMebibytes() {
        return maximumHeapMebibytes;
    }

    Aim aim() {
        return aim;
    }

    Path jar(Path checkout) {
        return checkout.resolve(module).resolve("target").resolve(module + ".jar");
    }
}
