package dev.talentpipeline.internship.exports.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.exports.ExportFormat;
import dev.talentpipeline.internship.exports.KeepingExportTemplates;
import dev.talentpipeline.internship.exports.Sheet;
import dev.talentpipeline.internship.imports.Template;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.listing.ListParameters;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ExportsConfiguration {

    private static final String DICTIONARY = "/exports/headings-zh.properties";

    @Bean
    ListExports listExports(
            ObjectProvider<RequestMappingHandlerAdapter> adapters,
            List<Sheet.Writer> writers,
            Template.Writing templates,
            KeepingExportTemplates prescribed,
            AuditTrail trail,
            Transactions transactions,
            JsonMapper mapper) {
        return new ListExports(
                new ListParts(adapters),
                writers,
                templates,
                (request, name) ->
                        prescribed.find(Caller.current().orElseThrow(), pathVariable(request, "organisation"), name),
                new ExportRecords(trail, transactions),
                dictionary(),
                mapper);
    }

    private static String pathVariable(HttpServletRequest request, String name) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? Objects.toString(variables.get(name))
                : "";
    }

    @Bean
    TemplateFields templateFields(ObjectProvider<RequestMappingHandlerMapping> handlers, ListExports exports) {
        return new TemplateFields(handlers, exports);
    }

    @Bean
    ListParameters exportsAreAskedFor() {
        return new ListParameters(Set.of("format", "language"));
    }

    @Bean
    WebMvcConfigurer exportingLists(ListExports exports) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(exports);
            }
        };
    }

    /** Says of every list that it can be had as a file. */
    @Bean
    OperationCustomizer exportsOfLists() {
        return (operation, method) -> {
            if (ListExports.isList(method) && method.hasMethodAnnotation(GetMapping.class)) {
                operation.addParametersItem(new Parameter()
                        .in("query")
                        .name("format")
                        .description(
                                "All of the list as a file, whatever cursor and limit say; text/csv or the type of XLSX in Accept do the same")
                        .schema(new StringSchema()
                                ._enum(Stream.of(ExportFormat.values())
                                        .map(Enum::name)
                                        .toList())));
            }
            return operation;
        };
    }

    private static Map<String, String> dictionary() {
        Properties words = new Properties();
        try (InputStream in = ExportsConfiguration.class.getResourceAsStream(DICTIONARY)) {
            words.load(new InputStreamReader(Objects.requireNonNull(in, DICTIONARY), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> dictionary = new HashMap<>();
        words.forEach((name, word) -> dictionary.put(name.toString(), word.toString()));
        return dictionary;
    }
}
