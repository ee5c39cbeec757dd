package dev.talentpipeline.console;

import dev.talentpipeline.kit.problem.ProblemAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the console. Its problems are its own: they are pages too, and it reads answers of services whose fields it need not know. */
@SpringBootApplication(proxyBeanMethods = false, exclude = ProblemAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class ConsoleApplication {

    public static void main(String[] args) {
        SpringApplication.run(ConsoleApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
