package dev.talentpipeline.kit.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.util.StringUtils;

/**
 * Traces by OpenTelemetry's SDK. The variables are those that OpenTelemetry gives their meaning: {@code OTEL_EXPORTER_OTLP_ENDPOINT}, without which nothing is exported,
 * {@code OTEL_EXPORTER_OTLP_HEADERS} and {@code OTEL_TRACES_SAMPLER_ARG}, the part of the traces that begin here which is told.
 */
@AutoConfiguration
public class TracingAutoConfiguration {

    private static final Duration BETWEEN_EXPORTS = Duration.ofSeconds(1);
    private static final Duration NO_ANSWER = Duration.ofSeconds(5);

    @Bean
    @ConditionalOnMissingBean
    Tracing tracing(
            @Value("${spring.application.name:talent-pipeline}") String service,
            @Value("${OTEL_EXPORTER_OTLP_ENDPOINT:}") String endpoint,
            @Value("${OTEL_EXPORTER_OTLP_HEADERS:}") String headers,
            @Value("${OTEL_TRACES_SAMPLER_ARG:1}") double ratio) {
        if (endpoint.isBlank()) {
            return Tracing.unseen();
        }
        Resource resource = Resource.create(
                Attributes.builder().put("service.name", service).build());
        return new Tracing(SdkTracerProvider.builder()
                .setResource(resource)
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(ratio)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter(endpoint, headers))
                        .setScheduleDelay(BETWEEN_EXPORTS)
                        .build())
                .build());
    }

    /**
     * @param headers as in {@code name=value,name=value}
     */
    private static OtlpHttpSpanExporter exporter(String endpoint, String headers) {
        OtlpHttpSpanExporterBuilder exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.replaceAll("/+$", "") + "/v1/traces")
                .setTimeout(NO_ANSWER);
        for (String header : StringUtils.commaDelimitedListToStringArray(headers)) {
            int equals = header.indexOf('=');
            if (equals > 0) {
                exporter.addHeader(
                        header.substring(0, equals).strip(),
                        header.substring(equals + 1).strip());
            }
        }
        return exporter.build();
    }

    @Bean
    @ConditionalOnWebApplication
    FilterRegistrationBean<TracingFilter> tracingFilter(Tracing tracing) {
        var registration = new FilterRegistrationBean<>(new TracingFilter(tracing));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
