package dev.talentpipeline.internship.exports.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.imports.Template.Language;
import dev.talentpipeline.internship.support.RunningService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The columns of every list that the service has. */
@RunningService
class ListColumnsIT {

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    ListExports exports;

    private Map<String, HandlerMethod> lists() {
        Map<String, HandlerMethod> lists = new TreeMap<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((info, method) -> {
            if (ListExports.isList(method)) {
                lists.put(info.getPatternValues().iterator().next(), method);
            }
        });
        return lists;
    }

    @Test
    void everyColumnOfEveryListHasAnOwnNameInBothLanguages() {
        assertThat(lists()).hasSizeGreaterThan(20);
        lists().forEach((path, method) -> {
            for (Language language : Language.values()) {
                List<String> names = exports.columns(method, path, language).headings().stream()
                        .map(heading -> heading.name())
                        .toList();
                assertThat(names).as(path).isNotEmpty().doesNotHaveDuplicates();
            }
        });
        assertThat(lists().entrySet().stream()
                        .flatMap(list -> exports.columns(list.getValue(), list.getKey(), Language.ZH).all().stream())
                        .flatMap(column -> column.imported() ? Stream.of() : column.path().stream())
                        .filter(name -> !exports.knows(name))
                        .distinct()
                        .sorted())
                .as("fields without a word in headings-zh.properties")
                .isEmpty();
    }
}
