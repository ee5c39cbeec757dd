package dev.talentpipeline.matching;

import dev.talentpipeline.matching.topology.ReplayCommand;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The matching service; with {@code replay} as its first argument, the {@link ReplayCommand}. */
@SpringBootApplication
@ConfigurationPropertiesScan
class MatchingServiceApplication {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("replay")) {
            System.exit(ReplayCommand.run(List.of(arguments).subList(1, arguments.length), System.out));
        }
        SpringApplication.run(MatchingServiceApplication.class, arguments);
    }
}
