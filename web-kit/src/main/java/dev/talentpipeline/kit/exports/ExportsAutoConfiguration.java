package dev.talentpipeline.kit.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.kit.listing.ListParameters;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes every list of a service a file as well. What the columns are called in Chinese stands in the service's {@code exports/headings-zh.properties}.
 */
@AutoConfiguration
@ConditionalOnWebApplication
public class ExportsAutoConfiguration {

    private static final String DICTIONARY = "/exports/headings-zh.properties";

    @Bean
    ListExports listExports(
            ObjectProvider<RequestMappingHandlerAdapter> adapters,
            ObjectProvider<ImportedColumns> imported,
            ObjectProvider<PrescribedColumns> prescribed,
            ObjectProvider<ExportTrail> trail,
            JsonMapper mapper) {
        return new ListExports(
                new ListParts(adapters),
                List.of(new CsvSheets(), new XlsxSheets()),
                imported.getIfAvailable(() -> (list, language) -> List.of()),
                prescribed.getIfAvailable(() -> (request, template) -> {
                    throw ExportRequest.wrong("template", template, "Leave it out: there are none here.");
                }),
                new ExportRecords(trail.getIfAvailable(LoggedExports::new)),
                dictionary(),
                mapper);
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

    /** Chinese words by names of fields; empty where the service has no lists. */
    private static Map<String, String> dictionary() {
        Properties words = new Properties();
        try (InputStream in = ExportsAutoConfiguration.class.getResourceAsStream(DICTIONARY)) {
            if (in != null) {
                words.load(new InputStreamReader(in, UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> dictionary = new HashMap<>();
        words.forEach((name, word) -> dictionary.put(name.toString(), word.toString()));
        return dictionary;
    }
}
