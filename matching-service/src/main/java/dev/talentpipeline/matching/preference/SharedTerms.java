package dev.talentpipeline.matching.preference;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Topics are near each other as far as they share terms: words in scripts that write them apart, pairs of neighbouring characters in
 * Chinese, which does not. The measure is the Dice coefficient, 2·|shared| / (|one| + |other|), so anyone can work it out by hand.
 */
final class SharedTerms implements TopicAlignment {

    private final Map<String, Set<String>> known = new HashMap<>();

    @Override
    public double between(String one, String other) {
        Set<String> left = known.computeIfAbsent(one, SharedTerms::terms);
        Set<String> right = known.computeIfAbsent(other, SharedTerms::terms);
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        int shared = 0;
        for (String term : left) {
            if (right.contains(term)) {
                shared++;
            }
        }
        return 2.0 * shared / (left.size() + right.size());
    }

    static Set<String> terms(String topic) {
        int[] text = Normalizer.normalize(topic, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .toArray();
        Set<String> terms = new HashSet<>();
        int at = 0;
        while (at < text.length) {
            int from = at;
            boolean han = isHan(text[at]);
            while (at < text.length && Character.isLetterOrDigit(text[at]) && isHan(text[at]) == han) {
                at++;
            }
            if (at == from) {
                at++;
            } else if (han && at - from > 1) {
                for (int pair = from; pair + 1 < at; pair++) {
                    terms.add(new String(text, pair, 2));
                }
            } else {
                terms.add(new String(text, from, at - from));
            }
        }
        return terms;
    }

    private static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }
}
