package dev.talentpipeline.internship.exports.web;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.exports.KeepingExportTemplates;
import dev.talentpipeline.internship.imports.ImportKind;
import dev.talentpipeline.internship.imports.Template;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.exports.ExportTrail;
import dev.talentpipeline.kit.exports.ImportedColumns;
import dev.talentpipeline.kit.exports.ImportedColumns.ImportedColumn;
import dev.talentpipeline.kit.exports.ListExports;
import dev.talentpipeline.kit.exports.PrescribedColumns;
import dev.talentpipeline.kit.exports.PrescribedColumns.PrescribedColumn;
import dev.talentpipeline.kit.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
class ExportsConfiguration {

    private static final Map<String, ImportKind> IMPORTED = Map.of(
            "/api/v1/organisations/{organisation}/roll", ImportKind.STUDENTS,
            "/api/v1/programmes/{programme}/students", ImportKind.STUDENTS,
            "/api/v1/programmes/{programme}/internships", ImportKind.OPENINGS);

    @Bean
    ImportedColumns importedColumns(Template.Writing templates) {
        return (list, language) -> {
            ImportKind kind = IMPORTED.get(list);
            return kind == null
                    ? List.of()
                    : templates.of(kind, Template.Language.valueOf(language.name())).notes().stream()
                            .map(note -> new ImportedColumn(note.field(), note.name()))
                            .toList();
        };
    }

    @Bean
    PrescribedColumns prescribedColumns(KeepingExportTemplates templates) {
        return (request, name) ->
                templates
                        .find(Caller.current().orElseThrow(), pathVariable(request, "organisation"), name)
                        .columns()
                        .stream()
                        .map(column ->
                                new PrescribedColumn(column.heading(), column.field(), column.text(), column.codes()))
                        .toList();
    }

    private static String pathVariable(HttpServletRequest request, String name) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? Objects.toString(variables.get(name))
                : "";
    }

    @Bean
    ExportTrail exportTrail(AuditTrail trail, Transactions transactions) {
        return new AuditedExports(trail, transactions);
    }

    @Bean
    TemplateFields templateFields(ObjectProvider<RequestMappingHandlerMapping> handlers, ListExports exports) {
        return new TemplateFields(handlers, exports);
    }
}
