package dev.talentpipeline.internship.support;

import dev.talentpipeline.internship.proof.PlantableBugs;
import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.stack.Infrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test of the whole service on a free port, beside a real broker, database and registry. All such tests share one service. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = RunningService.Surroundings.class)
@Import({
    Participants.class,
    Matcher.class,
    Market.class,
    Placing.class,
    RowLocks.class,
    StoredFiles.class,
    PlantableBugs.class
})
public @interface RunningService {

    /** Points the service to its surroundings. */
    final class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Infrastructure infrastructure = Infrastructure.shared();
            TestPropertyValues.of(
                            "spring.datasource.url=" + infrastructure.jdbcUrl("internship"),
                            "spring.datasource.username=" + infrastructure.username(),
                            "spring.datasource.password=" + infrastructure.password(),
                            "spring.kafka.bootstrap-servers=" + infrastructure.bootstrapServers(),
                            "talentpipeline.registry-url=" + infrastructure.registryUrl(),
                            "talentpipeline.jwk-set-uri=" + TestTokens.shared().jwkSetUri(),
                            "talentpipeline.issuer=" + TestTokens.ISSUER,
                            "spring.mail.port=" + SentMails.server().smtpPort(),
                            "talentpipeline.reminders.poll=PT0.2S",
                            "talentpipeline.rate-limit.account=100000",
                            "talentpipeline.changes.beat=PT0.2S",
                            "talentpipeline.sweep-interval=PT0.2S",
                            "talentpipeline.erasure-window=PT20S")
                    .applyTo(context);
        }
    }
}
