package dev.talentpipeline.console.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * English sentences that services make of a few patterns, in Chinese: a bundle of messages has each pattern in English, and what it says in Chinese under
 * the same key. Never changes.
 */
final class Sentences {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final List<Known> known;
    private final MessageSource messages;

    /** Those of a bundle that the messages know too, such as {@code messages/remedies}. */
    Sentences(String bundle, MessageSource messages) {
        this.messages = messages;
        Properties english = read(bundle);
        this.known = english.stringPropertyNames().stream()
                .map(key -> Known.of(key, english.getProperty(key)))
                .sorted(Comparator.comparingInt(Known::literals).reversed())
                .toList();
    }

    /**
     * A pattern of sentences.
     *
     * @param literals how many characters are always the same: of two patterns that match, the one that says more is meant
     */
    private record Known(String key, Pattern pattern, int literals) {

        static Known of(String key, String sentence) {
            StringBuilder pattern = new StringBuilder();
            int literals = 0;
            for (String literal : PLACE.splitWithDelimiters(sentence, 0)) {
                if (PLACE.matcher(literal).matches()) {
                    pattern.append("(.+?)");
                } else {
                    pattern.append(Pattern.quote(literal));
                    literals += literal.length();
                }
            }
            return new Known(key, Pattern.compile(pattern.toString(), Pattern.DOTALL), literals);
        }
    }

    /** What it says in Chinese; null: nobody knows it. */
    @Nullable String inChinese(String sentence) {
        for (Known each : known) {
            Matcher matcher = each.pattern().matcher(sentence);
            if (matcher.matches()) {
                return messages.getMessage(each.key(), values(matcher), Locale.CHINESE);
            }
        }
        return null;
    }

    private static Object[] values(Matcher matcher) {
        List<Object> values = new ArrayList<>();
        for (int at = 1; at <= matcher.groupCount(); at++) {
            values.add(matcher.group(at).replace(", ", "、"));
        }
        return values.toArray();
    }

    private static Properties read(String bundle) {
        try {
            return PropertiesLoaderUtils.loadProperties(
                    new EncodedResource(new ClassPathResource(bundle + ".properties"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
