package dev.talentpipeline.kit.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All lists of a service, found by what they answer and read, however they are made. */
public final class ExportedLists {

    private final Map<String, HandlerMethod> lists = new TreeMap<>();
    private final ListExports exports;

    public ExportedLists(RequestMappingHandlerMapping handlers, ListExports exports) {
        this.exports = exports;
        handlers.getHandlerMethods().forEach((info, method) -> {
            String path = info.getPatternValues().iterator().next();
            if (path.startsWith("/api/v1/") && method.hasMethodAnnotation(GetMapping.class) && looksLikeOne(method)) {
                lists.put(path, method);
            }
        });
    }

    private static boolean looksLikeOne(HandlerMethod method) {
        ResolvableType answer = ResolvableType.forMethodReturnType(method.getMethod());
        Class<?> body =
                answer.toClass() == ResponseEntity.class ? answer.getGeneric(0).toClass() : answer.toClass();
        boolean hasItems = body.isRecord()
                && Stream.of(body.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                        .containsAll(List.of("items", "next"));
        boolean goesOn = Stream.of(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestParam.class)
                        && parameter.getParameter().getName().equals("cursor"));
        return hasItems || goesOn || List.class.isAssignableFrom(body);
    }

    /** By their paths. */
    public Map<String, HandlerMethod> all() {
        return lists;
    }

    /** Each is a file whose every column has a name of its own in both languages, in Chinese a Chinese one. */
    public void areFilesWithNamedColumns() {
        lists.forEach((path, method) -> {
            assertThat(ListExports.isList(method)).as(path).isTrue();
            for (ExportLanguage language : ExportLanguage.values()) {
                List<String> names = exports.columns(method, path, language).headings().stream()
                        .map(Sheet.Heading::name)
                        .toList();
                assertThat(names).as(path).isNotEmpty().doesNotHaveDuplicates();
            }
        });
        assertThat(lists.entrySet().stream()
                        .flatMap(list ->
                                exports.columns(list.getValue(), list.getKey(), ExportLanguage.ZH).all().stream())
                        .flatMap(column -> column.imported() ? Stream.of() : column.path().stream())
                        .filter(name -> !exports.knows(name))
                        .distinct()
                        .sorted())
                .as("fields without a word in headings-zh.properties")
                .isEmpty();
    }
}
