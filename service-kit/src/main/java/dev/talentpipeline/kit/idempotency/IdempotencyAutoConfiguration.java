package dev.talentpipeline.kit.idempotency;

import dev.talentpipeline.kit.problem.ProblemWriter;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.time.Clock;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.PostMapping;

/** Has every POST of a service that keeps {@link Answers} answered once per key, and describes the key. */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnBean(Answers.class)
public class IdempotencyAutoConfiguration {

    private static final int LONGEST = 255;

    @Bean
    IdempotencyFilter idempotencyFilter(
            Answers answers, PlatformTransactionManager manager, ProblemWriter problems, Clock clock) {
        return new IdempotencyFilter(answers, manager, problems, clock);
    }

    @Bean
    OperationCustomizer describedKeys() {
        return (operation, handler) -> handler.hasMethodAnnotation(PostMapping.class)
                ? operation.addParametersItem(new HeaderParameter()
                        .name(IdempotencyFilter.HEADER)
                        .description(
                                "sent again with the same key and body, the call gives the same answer for 24 hours")
                        .schema(new StringSchema().maxLength(LONGEST)))
                : operation;
    }
}
