package dev.talentpipeline.stack.supervisor;

import dev.talentpipeline.schemas.Deployment;
import dev.talentpipeline.stack.EmbeddedBroker;
import dev.talentpipeline.stack.EmbeddedDatabase;
import dev.talentpipeline.stack.EmbeddedRegistry;
import dev.talentpipeline.stack.Installation;
import dev.talentpipeline.stack.MailProcess;
import dev.talentpipeline.stack.ProcessPart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the stack of one checkout is made of, and how its parts find each other. */
final class LocalStack {

    /** More requests in ten seconds than this machine answers. */
    private static final String UNREACHED = "100000";

    /** How long after an erasure something of the person may still be found in a file; null: as long as the services say. */
    private static final @Nullable String ERASURE_WINDOW = System.getenv("PIPELINE_ERASURE_WINDOW");

    private final Path checkout;
    private final StackDirectory directory;
    private final StackPorts ports;
    private final EmbeddedBroker broker;
    private final EmbeddedDatabase database;
    private final EmbeddedRegistry registry;
    private final MailProcess mail;
    private final Map<Service, ServiceProcess> services = new LinkedHashMap<>();

    LocalStack(Path checkout, Installation installation, StackDirectory directory, StackPorts ports) {
        this.checkout = checkout;
        this.directory = directory;
        this.ports = ports;
        this.broker = new EmbeddedBroker(
                installation,
                directory.data("kafka"),
                directory.log("kafka"),
                ports.of(StackPort.KAFKA),
                ports.of(StackPort.KAFKA_CONTROLLER),
                ServiceProcess.AIM);
        this.database = new EmbeddedDatabase(
                installation,
                directory.data("postgres"),
                directory.log("postgres"),
                ports.of(StackPort.POSTGRES),
                EmbeddedDatabase.Durability.DISK);
        this.registry = new EmbeddedRegistry(
                installation,
                database,
                directory.data("registry"),
                directory.log("registry"),
                ports.of(StackPort.REGISTRY),
                ports.of(StackPort.REGISTRY_MANAGEMENT));
        this.mail = new MailProcess(
                installation,
                directory.data("mail"),
                directory.log("mail"),
                ports.of(StackPort.SMTP),
                ports.of(StackPort.MAIL),
                ServiceProcess.AIM);
        for (Service service : Service.builtIn(checkout)) {
            services.put(
                    service,
                    new ServiceProcess(
                            service,
                            () -> app(service),
                            () -> environment(service),
                            directory.data(service.module()),
                            directory.log(service.module()),
                            url(service.port())));
        }
    }

    EmbeddedBroker broker() {
        return broker;
    }

    EmbeddedDatabase database() {
        return database;
    }

    EmbeddedRegistry registry() {
        return registry;
    }

    MailProcess mail() {
        return mail;
    }

    List<ServiceProcess> services() {
        return List.copyOf(services.values());
    }

    /** Every part, in the order in which people think of them. */
    List<ProcessPart> parts() {
        return Stream.concat(Stream.of(database, broker, registry, mail), services.values().stream())
                .map(ProcessPart.class::cast)
                .toList();
    }

    /** The ports that the parts will listen on. */
    List<StackPort> neededPorts() {
        List<StackPort> needed = new ArrayList<>(List.of(
                StackPort.POSTGRES,
                StackPort.KAFKA,
                StackPort.KAFKA_CONTROLLER,
                StackPort.REGISTRY,
                StackPort.REGISTRY_MANAGEMENT,
                StackPort.SMTP,
                StackPort.MAIL));
        services.keySet().forEach(service -> needed.add(service.port()));
        return List.copyOf(needed);
    }

    /** Unpacks what the services start from, so that it is not done while they wait for each other. */
    void unpackServices() {
        services.keySet().forEach(this::app);
    }

    /** Creates what the services expect on the broker, which has to run. */
    void createTopics() {
        Deployment.createTopics(broker.bootstrapServers());
    }

    /** Creates what the services expect in the registry, which has to run. */
    void registerSchemas() {
        Deployment.registerSchemas(registry.url());
    }

    /** What {@code stack.json} says about this stack; the database has to run. */
    StackDocument document(StackDocument.Accounts accounts) {
        Map<String, String> urls = new LinkedHashMap<>();
        services.forEach((service, process) -> urls.put(service.module(), process.address()));
        return new StackDocument(
                origin(),
                broker.bootstrapServers(),
                registry.url(),
                mail.smtp(),
                mail.address(),
                urls,
                new StackDocument.Login(
                        "jdbc:postgresql://" + database.address() + "/", database.username(), database.password()),
                accounts.clients(),
                accounts.users());
    }

    /** What browsers call the console: cookies and tokens are bound to this name. */
    String origin() {
        return "http://localhost:" + ports.of(StackPort.CONSOLE);
    }

    private UnpackedApp app(Service service) {
        return UnpackedApp.of(service.jar(checkout), directory.app(service.module()), directory.log(service.module()));
    }

    private Map<String, String> environment(Service service) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", String.valueOf(ports.of(service.port())),
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "TALENTPIPELINE_REGISTRY_URL", registry.url(),
                "TALENTPIPELINE_ISSUER", origin(),
                "TALENTPIPELINE_JWK_SET_URI", url(StackPort.CONSOLE) + "/oauth2/jwks",
                "TALENTPIPELINE_SERVICES_INTERNSHIP", url(StackPort.INTERNSHIP_SERVICE),
                "TALENTPIPELINE_SERVICES_MATCHING", url(StackPort.MATCHING_SERVICE),
                "TALENTPIPELINE_SERVICES_NOTIFICATION", url(StackPort.NOTIFICATION_SERVICE)));
        // One JSON object a line, which ./pipeline logs shows as people read it.
        environment.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
        environment.put("TALENTPIPELINE_SERVICES_MONITORING", url(StackPort.MONITORING_SERVICE));
        // Loads, proofs and benchmarks come from a few accounts, and are to find what the services can do.
        environment.put("TALENTPIPELINE_RATE_LIMIT_ACCOUNT", UNREACHED);
        environment.put("TALENTPIPELINE_RATE_LIMIT_ADDRESS", UNREACHED);
        if (ERASURE_WINDOW != null) {
            environment.put("TALENTPIPELINE_ERASURE_WINDOW", ERASURE_WINDOW);
        }
        service.database().ifPresent(name -> {
            environment.put("SPRING_DATASOURCE_URL", database.jdbcUrl(name));
            environment.put("SPRING_DATASOURCE_USERNAME", database.username());
            environment.put("SPRING_DATASOURCE_PASSWORD", database.password());
        });
        switch (service) {
            case MATCHING ->
                environment.put(
                        "SPRING_KAFKA_STREAMS_STATE_DIR",
                        directory
                                .data(service.module())
                                .resolve("streams")
                                .toAbsolutePath()
                                .toString());
            case INTERNSHIP, NOTIFICATION -> {
                environment.put("SPRING_MAIL_HOST", "127.0.0.1");
                environment.put("SPRING_MAIL_PORT", String.valueOf(ports.of(StackPort.SMTP)));
            }
            case CONSOLE ->
                environment.put(
                        "TALENTPIPELINE_ACCOUNTS_FILE",
                        directory.stackFile().toAbsolutePath().toString());
            case MONITORING -> {}
        }
        return Map.copyOf(environment);
    }

    private String url(StackPort port) {
        return "http://127.0.0.1:" + ports.of(port);
    }
}
