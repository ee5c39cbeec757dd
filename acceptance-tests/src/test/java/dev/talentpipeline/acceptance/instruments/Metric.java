package dev.talentpipeline.acceptance.instruments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A family of series as a service exposes it.
 *
 * @param labels without those of a histogram's buckets and a summary's quantiles
 */
record Metric(String name, String type, Set<String> labels, String meaning) {

    private static final Pattern HELP = Pattern.compile("# HELP (\\S+) ?(.*)");
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+.*");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Set<String> PARTS = Set.of("le", "quantile");

    /** Reads the text format of Prometheus, in which the series of a family follow its type. */
    static List<Metric> in(String exposition) {
        Map<String, String> meanings = new LinkedHashMap<>();
        Map<String, String> types = new LinkedHashMap<>();
        Map<String, Set<String>> labels = new LinkedHashMap<>();
        String family = "";
        for (String line : exposition.lines().toList()) {
            Matcher help = HELP.matcher(line);
            Matcher type = TYPE.matcher(line);
            Matcher series = SERIES.matcher(line);
            if (help.matches()) {
                meanings.put(help.group(1), help.group(2).strip());
            } else if (type.matches()) {
                family = type.group(1);
                types.put(family, type.group(2));
                labels.put(family, new TreeSet<>());
            } else if (series.matches() && series.group(2) != null) {
                labels.get(family)
                        .addAll(LABEL.matcher(series.group(2))
                                .results()
                                .map(label -> label.group(1))
                                .filter(label -> !PARTS.contains(label))
                                .collect(Collectors.toSet()));
            }
        }
        List<Metric> metrics = new ArrayList<>();
        types.forEach((name, type) ->
                metrics.add(new Metric(name, type, Set.copyOf(labels.get(name)), meanings.getOrDefault(name, ""))));
        return metrics;
    }

    /** Of the project itself, rather than of a library. */
    boolean isOwn() {
        return name.startsWith("talentpipeline_");
    }

    /** What is measured in: by convention the name says it. */
    String unit() {
        for (String unit : List.of("seconds", "bytes")) {
            if (("_" + name + "_").contains("_" + unit + "_")) {
                return unit;
            }
        }
        return "";
    }
}
