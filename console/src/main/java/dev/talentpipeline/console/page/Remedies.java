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
import org.springframework.stereotype.Component;

/**
 * What a service says would be right, in the language of the page. The API says it in English, as sentences that it makes of a few patterns; where a
 * pattern is known (messages/remedies), a Chinese page says the same in Chinese. A sentence that is not known stays as it is, and is marked as English.
 */
@Component
public final class Remedies {

    private static final Pattern FIELD = Pattern.compile("\\b[a-z]+(?:[A-Z][a-z]+)+\\b");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final List<Known> known;
    private final MessageSource messages;

    Remedies(MessageSource messages) {
        this.messages = messages;
        this.known = read().stringPropertyNames().stream()
                .map(key -> Known.of(key, read().getProperty(key)))
                .sorted(Comparator.comparingInt(Known::literals).reversed())
                .toList();
    }

    /**
     * A sentence to be shown.
     *
     * @param lang its language where that is not the language of the page
     */
    public record Said(String text, @Nullable String lang) {}

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

    public Said said(String remedy, String language) {
        if (!"zh".equals(language)) {
            return new Said(inWords(remedy), null);
        }
        for (Known each : known) {
            Matcher matcher = each.pattern().matcher(remedy);
            if (matcher.matches()) {
                return new Said(messages.getMessage(each.key(), values(matcher), Locale.CHINESE), null);
            }
        }
        return new Said(remedy, "en");
    }

    /** With the words of the page for the API's names of fields, where they cannot be words themselves. */
    private String inWords(String remedy) {
        return FIELD.matcher(remedy).replaceAll(field -> {
            String word = messages.getMessage("imports.field." + field.group(), null, null, Locale.ENGLISH);
            return Matcher.quoteReplacement(word == null ? field.group() : "“%s”".formatted(word));
        });
    }

    private static Object[] values(Matcher matcher) {
        List<Object> values = new ArrayList<>();
        for (int at = 1; at <= matcher.groupCount(); at++) {
            values.add(matcher.group(at).replace(", ", "、"));
        }
        return values.toArray();
    }

    private static Properties read() {
        try {
            return PropertiesLoaderUtils.loadProperties(
                    new EncodedResource(new ClassPathResource("messages/remedies.properties"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
