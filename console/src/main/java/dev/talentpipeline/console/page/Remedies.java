package dev.talentpipeline.console.page;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a service says would be right, in the language of the page. The API says it in English, as sentences that it makes of a few patterns; where a
 * pattern is known (messages/remedies), a Chinese page says the same in Chinese. A sentence that is not known stays as it is, and is marked as English.
 */
@Component
public final class Remedies {

    private static final Pattern FIELD = Pattern.compile("\\b[a-z]+(?:[A-Z][a-z]+)+\\b");

    private final Sentences sentences;
    private final MessageSource messages;

    Remedies(MessageSource messages) {
        this.messages = messages;
        this.sentences = new Sentences("messages/remedies", messages);
    }

    /**
     * A sentence to be shown.
     *
     * @param lang its language where that is not the language of the page
     */
    public record Said(String text, @Nullable String lang) {}

    public Said said(String remedy, String language) {
        if (!"zh".equals(language)) {
            return new Said(inWords(remedy), null);
        }
        String chinese = sentences.inChinese(remedy);
        return chinese == null ? new Said(remedy, "en") : new Said(chinese, null);
    }

    /** With the words of the page for the API's names of fields, where they cannot be words themselves. */
    private String inWords(String remedy) {
        return FIELD.matcher(remedy).replaceAll(field -> {
            String word = messages.getMessage("imports.field." + field.group(), null, null, Locale.ENGLISH);
            return Matcher.quoteReplacement(word == null ? field.group() : "“%s”".formatted(word));
        });
    }
}
