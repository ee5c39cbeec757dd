package dev.talentpipeline.acceptance.instruments;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the metrics that a PromQL expression asks for. */
final class MetricNames {

    /** What is no metric even if it looks like one: text, matchers of labels, ranges, and lists of labels. */
    private static final Pattern NO_NAMES = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    private static final Pattern WORD = Pattern.compile("(?<![\\w.])[a-zA-Z_:][\\w:]*(?!\\s*\\(|[\\w:])");
    private static final Set<String> KEYWORDS =
            Set.of("and", "or", "unless", "bool", "offset", "by", "without", "inf", "nan");

    private MetricNames() {}

    static Set<String> in(String expression) {
        String names = NO_NAMES.matcher(expression).replaceAll(Matcher.quoteReplacement(" "));
        Set<String> found = new TreeSet<>();
        WORD.matcher(names).results().map(word -> word.group()).forEach(found::add);
        found.removeAll(KEYWORDS);
        return found;
    }
}
