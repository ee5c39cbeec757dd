package dev.talentpipeline.acceptance.instruments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses of the console's pages, as its controllers declare them. */
final class ConsolePages {

    private static final Pattern MAPPING = Pattern.compile("@GetMapping\\(([^)]*)\\)");
    private static final Pattern CONSTANT = Pattern.compile("static final String ([A-Z_]+) =\\s*\"([^\"]*)\";");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private ConsolePages() {}

    /** As patterns of paths, in which a variable stands for any part. */
    static List<Pattern> all() {
        return templates().stream()
                .map(template -> Pattern.compile(Stream.of(VARIABLE.split(template, -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[^/]+"))))
                .toList();
    }

    private static Set<String> templates() {
        Set<String> templates = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Checkout.ROOT.resolve("console/src/main/java"))) {
            sources.filter(source -> source.toString().endsWith("Controller.java"))
                    .map(Checkout::read)
                    .forEach(source -> {
                        Map<String, String> constants = new HashMap<>();
                        CONSTANT.matcher(source).results().forEach(each -> constants.put(each.group(1), each.group(2)));
                        MAPPING.matcher(source)
                                .results()
                                .forEach(each -> templates.add(text(each.group(1), constants)));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return templates;
    }

    /** The value of constants and literals that are put together. */
    private static String text(String expression, Map<String, String> constants) {
        return Stream.of(expression.split("\\+"))
                .map(String::strip)
                .map(part -> part.startsWith("\"")
                        ? part.substring(1, part.lastIndexOf('"'))
                        : constants.getOrDefault(part, ""))
                .collect(Collectors.joining());
    }
}
