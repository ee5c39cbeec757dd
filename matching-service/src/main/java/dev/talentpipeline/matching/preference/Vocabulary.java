package dev.talentpipeline.matching.preference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers words from 0 in the order in which they are first met, so that the hot loops compare numbers. */
final class Vocabulary {

    static final int UNKNOWN = -1;

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

    int[] numbers(Collection<String> wanted) {
        return wanted.stream().mapToInt(this::number).toArray();
    }

    int find(String word) {
        return numbers.getOrDefault(word, UNKNOWN);
    }

    String word(int number) {
        return words.get(number);
    }

    List<String> words() {
        return List.copyOf(words);
    }

    int size() {
        return words.size();
    }
}
