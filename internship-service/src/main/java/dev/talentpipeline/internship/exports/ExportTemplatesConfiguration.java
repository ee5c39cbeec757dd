package dev.talentpipeline.internship.exports;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.transaction.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ExportTemplatesConfiguration {

    private static final String REGISTER = "register";

    /** A template in a file. */
    record Shipped(List<ShippedColumn> columns) {}

    /** A column of it. */
    record ShippedColumn(
            String heading,
            @Nullable String field,
            @Nullable String text,
            @Nullable Map<String, String> codes) {

        ExportTemplate.Column column() {
            return new ExportTemplate.Column(heading, field, text, Objects.requireNonNullElse(codes, Map.of()));
        }
    }

    @Bean
    KeepingExportTemplates keepingExportTemplates(
            @Value("${talentpipeline.exports.register:classpath:exports/templates/register.json}") Resource register,
            ExportTemplates templates,
            AuditTrail trail,
            Transactions transactions)
            throws IOException {
        try (InputStream in = register.getInputStream()) {
            List<ExportTemplate.Column> columns = JsonMapper.shared().readValue(in, Shipped.class).columns().stream()
                    .map(ShippedColumn::column)
                    .toList();
            return new KeepingExportTemplates(
                    List.of(new ExportTemplate(REGISTER, null, 0, columns)), templates, trail, transactions);
        }
    }
}
