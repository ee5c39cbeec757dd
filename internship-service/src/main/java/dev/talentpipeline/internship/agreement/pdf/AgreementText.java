package dev.talentpipeline.internship.agreement.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.internship.agreement.Agreement;
import dev.talentpipeline.internship.agreement.AgreementPrinter.Language;
import dev.talentpipeline.internship.agreement.AgreementSheet;
import dev.talentpipeline.internship.agreement.AgreementSheet.Name;
import dev.talentpipeline.internship.agreement.Terms.EmploymentTerms;
import dev.talentpipeline.internship.agreement.Terms.InternshipTerms;
import dev.talentpipeline.internship.offer.Party;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An agreement in the words of one language, out of {@code resources/agreements}: {@code internship_zh.txt} and its like are the text, one
 * paragraph a line, "# " before a title and "## " before a heading, names in braces; {@code words_zh.properties} has the words around it.
 */
final class AgreementText {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final String TITLE = "# ";
    private static final String HEADING = "## ";

    private final AgreementSheet sheet;
    private final Language language;
    private final Locale locale;
    private final Properties words = new Properties();
    private final List<String> lines;

    AgreementText(AgreementSheet sheet, Language language) {
        this.sheet = sheet;
        this.language = language;
        this.locale = switch (language) {
            case ZH -> Locale.SIMPLIFIED_CHINESE;
            case EN -> Locale.ENGLISH;
        };
        try {
            words.load(new StringReader(resource("words")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.lines = resource(sheet.agreement().kind().name().toLowerCase(Locale.ROOT))
                .lines()
                .toList();
    }

    /** One paragraph. */
    record Paragraph(Style style, String text) {}

    /** How a paragraph stands out. */
    enum Style {
        TITLE,
        HEADING,
        BODY
    }

    List<Paragraph> paragraphs() {
        Map<String, String> values = values();
        return lines.stream().map(line -> paragraph(line, values)).toList();
    }

    private static Paragraph paragraph(String line, Map<String, String> values) {
        if (line.startsWith(TITLE)) {
            return new Paragraph(Style.TITLE, line.substring(TITLE.length()));
        }
        return line.startsWith(HEADING)
                ? new Paragraph(Style.HEADING, line.substring(HEADING.length()))
                : new Paragraph(Style.BODY, filled(line, values));
    }

    private static String filled(String line, Map<String, String> values) {
        return NAME.matcher(line)
                .replaceAll(name -> Matcher.quoteReplacement(Objects.requireNonNull(
                        values.get(name.group(1)), () -> "{" + name.group(1) + "} has no value")));
    }

    private Map<String, String> values() {
        Agreement agreement = sheet.agreement();
        Map<String, String> values = new HashMap<>();
        values.put("number", agreement.number());
        values.put("revision", Integer.toString(agreement.revision()));
        values.put("company", name(sheet.company()));
        values.put("university", name(sheet.university()));
        values.put("student", sheet.student());
        switch (agreement.terms()) {
            case InternshipTerms terms -> {
                values.put("startsOn", date(terms.startsOn()));
                values.put("endsOn", date(terms.endsOn()));
                values.put("daysPerWeek", Integer.toString(terms.daysPerWeek()));
                values.put("mentor", terms.mentor());
                values.put("supervisor", terms.supervisor());
                values.put("insurer", terms.insurance().insurer());
                values.put("policyNumber", terms.insurance().policyNumber());
                values.put("paidBy", word(terms.insurance().paidBy().name()));
            }
            case EmploymentTerms terms -> {
                values.put("title", terms.title());
                values.put("startsOn", date(terms.startsOn()));
                values.put("workplace", terms.workplace());
            }
        }
        return values;
    }

    /** In English with the Chinese name behind it, which is the one that binds. */
    private String name(Name party) {
        return switch (language) {
            case ZH -> party.zh();
            case EN -> party.en().equals(party.zh()) ? party.en() : "%s (%s)".formatted(party.en(), party.zh());
        };
    }

    String word(String name) {
        return Objects.requireNonNull(words.getProperty(name), name);
    }

    String party(Party party) {
        return word(party.name());
    }

    /** The day in words, or room for it. */
    String dateOrBlank(@Nullable LocalDate day) {
        return day == null ? word("blankDate") : date(day);
    }

    String scan(String hash) {
        return new MessageFormat(word("scan"), locale).format(new Object[] {hash});
    }

    private String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(word("date"), locale).format(day);
    }

    private String resource(String name) {
        String extension = name.equals("words") ? "properties" : "txt";
        String file = "/agreements/%s_%s.%s".formatted(name, locale.getLanguage(), extension);
        try (var in = new InputStreamReader(
                Objects.requireNonNull(AgreementText.class.getResourceAsStream(file), file), UTF_8)) {
            return in.readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
