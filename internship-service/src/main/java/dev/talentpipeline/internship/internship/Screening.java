package dev.talentpipeline.internship.internship;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.internship.refusal.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks through what an opening, or a word about it, says for terms that are forbidden in recruitment: by the Ministry of Education limits by university
 * tier, gender, household registration, age, and marriage or children; by article 9 of the Labour Contract Law, and for interns by the provisions on the
 * internships of vocational schools, fees and deposits. A pattern matches a term only where it narrows who may apply or asks money of them, as the same
 * characters also stand in telephone numbers, course codes and company names. Full-width letters and digits count as plain ones.
 */
public final class Screening {

    private static final String TERMS = "/screening/forbidden-terms.txt";

    private static final String WHAT_THE_WORK_NEEDS =
            "Take it out, and say instead what the work needs: skills, degree, major, dates.";
    private static final String NO_FEE =
            "Take it out: whoever applies is not to pay for training, clothes or a deposit.";

    /** What is wrong with a term, as the refusal says it, and what to do about it. */
    public enum Kind {
        UNIVERSITY_TIER("narrow who may apply by the tier of the university"),
        GENDER("narrow who may apply by gender"),
        HOUSEHOLD_REGISTRATION("narrow who may apply by household registration"),
        AGE("narrow who may apply by age"),
        MARRIAGE_OR_CHILDREN("narrow who may apply by marriage or children"),
        FEE("ask a fee of whoever applies");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        private String remedy() {
            return this == FEE ? NO_FEE : WHAT_THE_WORK_NEEDS;
        }
    }

    /**
     * A term that was found.
     *
     * @param at place of its first character in the field, or in the entry where the field is a list, counted from 1
     */
    public record Found(String field, Kind kind, String term, int at) {}

    /** A term as the refusal tells it, each with what to do about it: what helps against one kind does not help against another. */
    private record Told(String field, Kind kind, String term, int at, String remedy) {

        static Told of(Found found) {
            return new Told(
                    found.field(),
                    found.kind(),
                    found.term(),
                    found.at(),
                    found.kind().remedy());
        }
    }

    private record Term(Kind kind, Pattern pattern) {}

    private final List<Term> terms;

    private Screening(List<Term> terms) {
        this.terms = terms;
    }

    /** With the terms that the release ships. */
    static Screening shipped() {
        try (InputStream resource = Objects.requireNonNull(Screening.class.getResourceAsStream(TERMS), TERMS);
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
            return new Screening(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Screening::term)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Term term(String line) {
        String[] parts = line.split("\\s+", 2);
        return new Term(
                Kind.valueOf(parts[0]),
                Pattern.compile(
                        parts[1], Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS));
    }

    /** Refuses the opening, naming every term found, if it says one that is forbidden. */
    void refuseForbiddenTerms(Opening opening) {
        List<Found> found = new ArrayList<>(found("title", opening.title()));
        found.addAll(found("description", opening.description()));
        opening.majors().forEach(major -> found.addAll(found("majors", major)));
        opening.researchTopics().forEach(topic -> found.addAll(found("researchTopics", topic)));
        refuse(found);
    }

    /** Refuses a text that goes to somebody about an opening, naming every term found, if it says one that is forbidden. */
    public void refuseForbiddenTerms(String field, @Nullable String text) {
        refuse(found(field, text));
    }

    private static void refuse(List<Found> found) {
        if (!found.isEmpty()) {
            Found first = found.getFirst();
            throw new Refusal.Unprocessable(
                            "forbidden-term",
                            "%s must not %s, as (%s) at character %d does."
                                    .formatted(first.field(), first.kind().words, first.term(), first.at()),
                            first.field(),
                            first.term(),
                            first.kind().remedy(),
                            Map.of("terms", found.stream().map(Told::of).toList()))
                    .asException();
        }
    }

    /** The forbidden terms of a text, in the order in which they stand; where two overlap the one that begins first is told. */
    List<Found> found(String field, @Nullable String text) {
        if (text == null) {
            return List.of();
        }
        String plain = plain(text);
        List<Found> all = new ArrayList<>();
        for (Term term : terms) {
            Matcher matcher = term.pattern().matcher(plain);
            while (matcher.find()) {
                String shown = text.substring(matcher.start(), matcher.end()).strip();
                all.add(new Found(field, term.kind(), shown, matcher.start() + 1));
            }
        }
        all.sort(Comparator.comparingInt(Found::at)
                .thenComparingInt(found -> -found.term().length()));
        List<Found> told = new ArrayList<>();
        int end = 0;
        for (Found each : all) {
            if (each.at() > end) {
                told.add(each);
                end = each.at() + each.term().length() - 1;
            }
        }
        return told;
    }

    /** Of the same length, so that places stay what they are. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars()
                .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c == 0x3000 ? ' ' : c)
                .forEach(c -> plain.append((char) c));
        return plain.toString();
    }
}
