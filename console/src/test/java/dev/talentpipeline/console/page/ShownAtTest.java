package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.talentpipeline.console.address.ShownAt;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** A page that answers a form leads to an address that can be read. */
class ShownAtTest {

    private static final List<Method> HANDLERS = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.talentpipeline.console")
                    .stream()
                    .filter(type -> type.isAnnotatedWith(Controller.class))
                    .map(JavaClass::reflect)
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                    .toList();

    @Test
    void everyAnswerToAFormIsShownWhereSomethingIsRead() {
        Set<String> read = HANDLERS.stream()
                .flatMap(method -> paths(method, RequestMethod.GET))
                .collect(Collectors.toSet());
        List<Method> answering = HANDLERS.stream()
                .filter(method -> paths(method, RequestMethod.POST).findAny().isPresent())
                .filter(method -> List.of(method.getParameterTypes()).contains(Model.class))
                .toList();

        assertThat(answering).hasSizeGreaterThan(30).allSatisfy(method -> {
            ShownAt shown = method.getAnnotation(ShownAt.class);
            Stream<String> at = shown == null
                    ? paths(method, RequestMethod.POST)
                    : Stream.of(general(shown.value().replaceFirst("\\?.*", "")));
            assertThat(at).as(method.toString()).allMatch(path -> read.stream().anyMatch(each -> isOneOf(path, each)));
        });
    }

    private static Stream<String> paths(Method method, RequestMethod verb) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null || !List.of(mapping.method()).contains(verb)) {
            return Stream.empty();
        }
        RequestMapping whole =
                AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), RequestMapping.class);
        String above = whole == null || whole.path().length == 0 ? "" : whole.path()[0];
        return mapping.path().length == 0
                ? Stream.of(general(above))
                : Arrays.stream(mapping.path()).map(path -> general(above + path));
    }

    /** Whether whatever the path stands for is read there. */
    private static boolean isOneOf(String path, String read) {
        return path.matches(read.replace("{}", "[^/]+"));
    }

    /** Whatever its variables are called. */
    private static String general(String path) {
        return path.replaceAll("\\{[^}]+}", "{}");
    }
}
