package dev.talentpipeline.internship.roll.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.internship.person.Person.Language;
import dev.talentpipeline.internship.resource.ChinaTime;
import dev.talentpipeline.internship.roll.ReminderPost.Letter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail in words, out of {@code resources/mails}: of {@code claim_zh.txt} and its like the first line is the subject, and what follows the
 * blank line after it the text; names are in braces.
 */
record ReminderText(String subject, String text) {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    static ReminderText of(Letter letter, String link) {
        String university = Objects.requireNonNullElse(
                letter.university(), letter.language() == Language.ZH ? "您的学校" : "Your university");
        String filled = filled(
                resource(letter),
                Map.of("name", letter.name(), "university", university, "link", link, "until", until(letter)));
        int end = filled.indexOf('\n');
        return new ReminderText(filled.substring(0, end), filled.substring(end).strip() + "\n");
    }

    private static String filled(String text, Map<String, String> values) {
        return NAME.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("name (%s) must be one that reminders know.".formatted(found.group(1)));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** A link to claim lives for days, one to come in for an hour. */
    private static String until(Letter letter) {
        return switch (letter.purpose()) {
            case CLAIM -> ChinaTime.dateOf(letter.until()).toString();
            case ACCESS -> ChinaTime.minuteOf(letter.until());
        };
    }

    private static String resource(Letter letter) {
        String name = "/mails/%s_%s.txt"
                .formatted(
                        letter.purpose().name().toLowerCase(Locale.ROOT),
                        letter.language().name().toLowerCase(Locale.ROOT));
        try (InputStream in = ReminderText.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
