package dev.talentpipeline.matching.engine.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers words from 0 in the order in which they are first met, so that pairs are judged by comparing numbers. */
final class Words {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    int number(String word) {
        Integer known = numbers.putIfAbsent(word, words.size());
        if (known != null) {
            return known;
        }
        words.add(word);
        return words.size() - 1;
    }

    String word(int number) {
        return words.get(number);
    }

    int size() {
        return words.size();
    }
}
