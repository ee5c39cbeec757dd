package dev.talentpipeline.kit.listing;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Checks the query of every call of the API, and gives every list the choice of its fields. */
@AutoConfiguration
@ConditionalOnWebApplication
@Import(ChosenFields.class)
public class ListingAutoConfiguration {

    @Bean
    ItemFields itemFields(JsonMapper mapper) {
        return new ItemFields(mapper);
    }

    /** Describes {@code fields} where it may be sent. */
    @Bean
    OperationCustomizer describedFields(ItemFields itemFields) {
        return (operation, handler) -> {
            Set<String> names = itemFields.of(handler.getMethod());
            if (!names.isEmpty()) {
                operation.addParametersItem(new QueryParameter()
                        .name(QueryCheck.FIELDS)
                        .description("only these fields of each item, with commas between; the others are left out: "
                                + String.join(", ", names))
                        .schema(new StringSchema()));
            }
            return operation;
        };
    }

    @Bean
    WebMvcConfigurer checkedQueries(ItemFields itemFields, ObjectProvider<ListParameters> ofLists) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(
                                new QueryCheck(itemFields, ofLists.stream().toList()))
                        .addPathPatterns("/api/**")
                        // Before anything that answers by itself.
                        .order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }
}
