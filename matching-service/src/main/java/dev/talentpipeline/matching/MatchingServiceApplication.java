package dev.talentpipeline.matching;

import dev.talentpipeline.matching.topology.ReplayCommand;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The matching service; with {@code replay} as its first argument, the {@link ReplayCommand}. */
@SpringBootApplication
@ConfigurationPropertiesScan
class MatchingServiceApplication {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("replay")) {
            // Its few lines are not to be lost among those of its clients.
            LoggingSystem.get(MatchingServiceApplication.class.getClassLoader())
                    .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
            System.exit(ReplayCommand.run(List.of(arguments).subList(1, arguments.length), System.out));
        }
        SpringApplication.run(MatchingServiceApplication.class, arguments);
    }
}
