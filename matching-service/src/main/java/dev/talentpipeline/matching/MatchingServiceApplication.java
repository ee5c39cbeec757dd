package dev.talentpipeline.matching;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The matching service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class MatchingServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(MatchingServiceApplication.class, arguments);
    }
}
