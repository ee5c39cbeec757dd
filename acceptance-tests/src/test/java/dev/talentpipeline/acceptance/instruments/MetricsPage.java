package dev.talentpipeline.acceptance.instruments;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page {@code docs/metrics.md}: a table of the project's own metrics, and one of those of libraries that rules and dashboards use. */
final class MetricsPage {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+_[a-z_]+)` \\|.*\\n");
    private static final String HEAD =
            "| metric | type | unit | labels | meaning | exposed by |\n|---|---|---|---|---|---|\n";

    private final String text;

    MetricsPage(String text) {
        this.text = text;
    }

    /** Every metric that has a row. */
    Set<String> names() {
        return ROW.matcher(text).results().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The page as it should be: a row for each metric of the project, and one for each other that had one and is there.
     *
     * @param exposed what each service exposes
     */
    String asExposed(Map<String, List<Metric>> exposed) {
        Map<String, Row> rows = new TreeMap<>();
        exposed.forEach((service, metrics) ->
                metrics.forEach(metric -> rows.merge(metric.name(), Row.of(metric, service), Row::and)));
        Set<String> listed = names();
        String own = rows(rows, name -> name.startsWith("talentpipeline_"));
        String others = rows(rows, name -> !name.startsWith("talentpipeline_") && listed.contains(name));
        String[] parts = text.split(Pattern.quote(HEAD), -1);
        if (parts.length != 3) {
            throw new AssertionError("docs/metrics.md must have two tables that begin with:\n" + HEAD);
        }
        return parts[0] + HEAD + own + afterTable(parts[1]) + HEAD + others + afterTable(parts[2]);
    }

    private static String rows(Map<String, Row> rows, Predicate<String> which) {
        return rows.entrySet().stream()
                .filter(row -> which.test(row.getKey()))
                .map(row -> row.getValue().text())
                .collect(joining());
    }

    private static String afterTable(String part) {
        return Arrays.stream(part.split("(?<=\\n)"))
                .dropWhile(line -> line.startsWith("|"))
                .collect(joining());
    }

    /** A metric and the services that expose it, whose labels may differ. */
    private record Row(Metric metric, Set<String> labels, Set<String> services) {

        static Row of(Metric metric, String service) {
            return new Row(metric, new TreeSet<>(metric.labels()), new TreeSet<>(Set.of(service)));
        }

        Row and(Row other) {
            if (!metric.type().equals(other.metric.type()) || !metric.meaning().equals(other.metric.meaning())) {
                throw new AssertionError(
                        "%s is one thing in %s and another in %s.".formatted(metric.name(), services, other.services));
            }
            Set<String> all = new TreeSet<>(labels);
            all.addAll(other.labels);
            Set<String> everywhere = new TreeSet<>(services);
            everywhere.addAll(other.services);
            return new Row(metric, all, everywhere);
        }

        String text() {
            return "| `%s` | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            metric.name(),
                            metric.type(),
                            metric.unit(),
                            labels.stream().map("`%s`"::formatted).collect(joining(", ")),
                            metric.meaning(),
                            String.join(", ", services));
        }
    }
}
