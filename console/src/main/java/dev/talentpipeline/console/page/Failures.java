package dev.talentpipeline.console.page;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Why an event could not be processed, in the language of the page. Readers say it in English, as sentences of a few patterns, of which the values are not
 * kept; where a pattern is known (messages/failures), a Chinese page says the same in Chinese. A reason that is not known stays as it is, and is marked as
 * English.
 */
@Component
public final class Failures {

    private final Sentences sentences;

    Failures(MessageSource messages) {
        this.sentences = new Sentences("messages/failures", messages);
    }

    /**
     * A reason to be shown.
     *
     * @param lang its language where that is not the language of the page
     * @param original what the reader said; null: just this
     */
    public record Said(
            String text, @Nullable String lang, @Nullable String original) {}

    public Said said(String reason, String language) {
        if (!"zh".equals(language)) {
            return new Said(reason, null, null);
        }
        String chinese = sentences.inChinese(reason);
        return chinese == null ? new Said(reason, "en", null) : new Said(chinese, null, reason);
    }
}
