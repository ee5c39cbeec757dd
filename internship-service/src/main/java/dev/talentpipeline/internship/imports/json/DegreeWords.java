package dev.talentpipeline.internship.imports.json;

import dev.talentpipeline.internship.catalogue.Degree;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The degrees that a text names. */
final class DegreeWords {

    private static final Map<Degree, Pattern> WORDS = new EnumMap<>(Map.of(
            Degree.ASSOCIATE, words("associate|diploma|专科|大专|高职"),
            Degree.BACHELOR, words("bachelor|undergraduate|\\bb\\.?\\s?(a|s|sc|eng|tech)\\b|本科|学士"),
            Degree.MASTER, words("master|postgraduate|\\bm\\.?\\s?(a|s|sc|eng|phil|ba)\\b|硕士|研究生"),
            Degree.DOCTORATE, words("doctor|\\bph\\.?\\s?d\\b|\\bdphil\\b|博士")));

    private DegreeWords() {}

    private static Pattern words(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /** From the lowest to the highest; empty if it names none. */
    static NavigableSet<Degree> in(String text) {
        TreeSet<Degree> degrees = new TreeSet<>();
        // A doctoral student is no student for a master's degree, whatever the Chinese for both has in common.
        String rest = text.replace("博士研究生", "博士");
        WORDS.forEach((degree, words) -> {
            if (words.matcher(rest).find()) {
                degrees.add(degree);
            }
        });
        return degrees;
    }
}
