package dev.talentpipeline.internship.exports.web;

import dev.talentpipeline.kit.exports.ListExports;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The fields that a template may name: those that the list of destinations has columns for. */
final class TemplateFields {

    private static final String LIST = "/api/v1/organisations/{organisation}/destinations";

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private final ListExports exports;
    private volatile @Nullable SortedSet<String> known;

    TemplateFields(ObjectProvider<RequestMappingHandlerMapping> handlers, ListExports exports) {
        this.handlers = handlers;
        this.exports = exports;
    }

    SortedSet<String> known() {
        SortedSet<String> found = known;
        if (found == null) {
            found = find();
            known = found;
        }
        return found;
    }

    private SortedSet<String> find() {
        SortedSet<String> fields = new TreeSet<>();
        handlers.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(handler -> handler.getKey().getPatternValues().contains(LIST))
                .forEach(handler -> fields.addAll(exports.fields(handler.getValue(), LIST)));
        return fields;
    }
}
