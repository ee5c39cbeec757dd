package dev.talentpipeline.stack.supervisor;

import java.util.Locale;

/** Every port of the stack and its usual number. */
enum StackPort {
    CONSOLE(8080),
    INTERNSHIP_SERVICE(18081),
    MATCHING_SERVICE(18082),
    NOTIFICATION_SERVICE(18083),
    MONITORING_SERVICE(18084),
    REGISTRY(18085),
    REGISTRY_MANAGEMENT(18086),
    KAFKA(18092),
    KAFKA_CONTROLLER(18093),
    POSTGRES(18432),
    SMTP(18025),
    MAIL(18026);

    private final int usualNumber;

    StackPort(int usualNumber) {
        this.usualNumber = usualNumber;
    }

    int usualNumber() {
        return usualNumber;
    }

    /** As on the command line: {@code --port kafka-controller=19093}. */
    String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As in the environment: {@code PIPELINE_PORT_KAFKA_CONTROLLER}. */
    String variableName() {
        return "PIPELINE_PORT_" + name();
    }
}
