package dev.talentpipeline.notification.idempotency.web;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;

/** Describes the key that every POST may carry. */
@Configuration(proxyBeanMethods = false)
class KeyDescriptionConfiguration {

    private static final int LONGEST = 255;

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
