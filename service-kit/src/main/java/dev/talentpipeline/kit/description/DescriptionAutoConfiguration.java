package dev.talentpipeline.kit.description;

import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.info.Info;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** Adds to the description of the API what all calls share, and the examples in {@code openapi/*.json}, by the order of the files' names. */
@AutoConfiguration
@ConditionalOnWebApplication
public class DescriptionAutoConfiguration {

    static {
        // Who calls is known by the token, and is nothing that is sent.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    private static final String FILES = "classpath*:openapi/*.json";

    /** The first of the converters, as each is asked before those that came earlier, and this one asks nobody. */
    @Bean
    @Order(0)
    ModelResolver nestedTypeNames(ObjectMapperProvider mappers) {
        // An enum has a name as any type has, and clients have one type of it.
        ModelResolver.enumsAsRef = true;
        return new ModelResolver(mappers.jsonMapper(), new NestedTypeNames()).openapi31(true);
    }

    @Bean
    ModelConverter nullableComponents() {
        return new NullableComponents();
    }

    @Bean
    @Order(1)
    OpenApiCustomizer describingProblems() {
        return new DescribingProblems();
    }

    @Bean
    @Order(1)
    OpenApiCustomizer describingFiles() {
        return new DescribingFiles();
    }

    /** Whose calls they are. */
    @Bean
    @Order(1)
    OpenApiCustomizer describingService(@Value("${spring.application.name}") String service) {
        return document ->
                document.info(new Info().title("Talent Pipeline: " + service).version("v1"));
    }

    @Bean
    @Order(2)
    OpenApiCustomizer describingExamples(ResourcePatternResolver resources, JsonMapper mapper) throws IOException {
        List<Example> examples = new ArrayList<>();
        Resource[] files = resources.getResources(FILES);
        Arrays.sort(files, Comparator.comparing(Resource::getFilename));
        for (Resource file : files) {
            try (InputStream in = file.getInputStream()) {
                examples.addAll(List.of(mapper.readValue(in, Example[].class)));
            }
        }
        return new DescribingExamples(examples);
    }
}
