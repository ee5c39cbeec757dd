package dev.talentpipeline.stack.supervisor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The services of the platform, as far as starting them goes. */
enum Service {
    INTERNSHIP("internship-service", StackPort.INTERNSHIP_SERVICE, "internship", 512),
    MATCHING("matching-service", StackPort.MATCHING_SERVICE, null, 768),
    NOTIFICATION("notification-service", StackPort.NOTIFICATION_SERVICE, "notification", 384),
    MONITORING("monitoring-service", StackPort.MONITORING_SERVICE, "monitoring", 384),
    CONSOLE("console", StackPort.CONSOLE, "console", 384);

    private final String module;
    private final StackPort port;
    private final Optional<String> database;
    private final int maximumHeapMebibytes;

    Service(String module, StackPort port, @Nullable String database, int maximumHeapMebibytes) {
        this.module = module;
        this.port = port;
        this.database = Optional.ofNullable(database);
        this.maximumHeapMebibytes = maximumHeapMebibytes;
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

    Path jar(Path checkout) {
        return checkout.resolve(module).resolve("target").resolve(module + ".jar");
    }
}
