package dev.talentpipeline.notification.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.kit.candidate.CandidateCode;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.inbox.Facts;
import dev.talentpipeline.notification.inbox.Facts.Recorded;
import dev.talentpipeline.notification.inbox.Facts.ScorePart;
import dev.talentpipeline.notification.inbox.Opening;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Facts in the words of one language: dates, money, parts of a score, reasons. The words are in
 * {@code templates/words_LANGUAGE.properties}. Immutable, and safe for use by several threads.
 */
public final class Words {

    /** Deadlines are kept and shown in the programme's time. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Around a name within a sentence, while that is taken apart: characters that no script has. */
    private static final String NAME = "\uE000";

    private static final String NAME_ENDS = "\uE001";

    private final Language language;
    private final Map<String, String> words;
    private final SkillNames skills;
    private final DateTimeFormatter deadlines;
    private final DateTimeFormatter dates;
    /** Of the words with a place for something; to be copied by whoever fills one in. */
    private final Map<String, MessageFormat> formats;

    /**
     * A part of a sentence.
     *
     * @param named whether it is the name of something, or an instant, which stands out and needs no quotation marks for that
     */
    public record Piece(String text, boolean named) {}

    private Words(Language language, Map<String, String> words, SkillNames skills) {
        this.language = language;
        this.words = words;
        this.skills = skills;
        deadlines = DateTimeFormatter.ofPattern(word("pattern.deadline"), language.locale());
        dates = DateTimeFormatter.ofPattern(word("pattern.date"), language.locale());
        formats = words.entrySet().stream()
                .filter(word -> word.getValue().contains("{0"))
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, word -> new MessageFormat(word.getValue(), language.locale())));
    }

    public static Words of(Language language) {
        String file = "/templates/words_" + language.code() + ".properties";
        var properties = new Properties();
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
            properties.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
        return new Words(language, words, SkillNames.in(language));
    }

    /** All words by name, for the parts of a letter that are the same in every letter. */
    public Map<String, String> all() {
        return words;
    }

    /** How a letter begins. A desk is greeted by the name of its organisation. */
    public String greeting(String name) {
        return format("greeting", name);
    }

    /**
     * The opening and its dates, line by line: label and value.
     *
     * @param byCode whether the reader knows the student by their code
     */
    public Map<String, String> details(Opening opening, Facts facts, boolean byCode) {
        var details = new LinkedHashMap<String, String>();
        if (byCode && facts.student() != null) {
            details.put(word("detail.candidate"), CandidateCode.of(facts.student()));
        }
        details.put(word("detail.internship"), opening.title());
        details.put(word("detail.company"), opening.company());
        details.put(word("detail.programme"), opening.programme());
        if (facts.startsOn() != null && facts.endsOn() != null) {
            details.put(word("detail.dates"), format("dates", date(facts.startsOn()), date(facts.endsOn())));
        }
        details.put(word("detail.stipend"), format("stipend", opening.stipend()));
        return details;
    }

    /** How students, who have no password, get in. */
    public String enter() {
        return word("enter");
    }

    /** Where a reader who knows students by their names finds which one a letter is about. */
    public String who() {
        return word("who");
    }

    /**
     * What a reader does by the link of a letter of that kind.
     *
     * @param what code of what happened, where the kind leaves that open
     */
    public String open(String kind, @Nullable String what) {
        return words.getOrDefault("open." + kind + "." + what, words.getOrDefault("open." + kind, word("open")));
    }

    public String deadline(Instant respondBy) {
        return deadlines.format(respondBy.atZone(ZONE));
    }

    /** How well student and internship fit, part by part; empty if no part weighs anything. */
    public String fit(List<ScorePart> parts) {
        return parts.stream()
                .filter(part -> part.weight() > 0)
                .map(part -> format("part", words.getOrDefault("part." + part.name(), part.name()), part.value()))
                .collect(Collectors.joining(word("separator")));
    }

    /** Skills by their names, without those that have none; empty if none has. */
    public String skills(List<String> ids) {
        return String.join(word("separator"), skills.of(ids));
    }

    public String reason(@Nullable String code) {
        return words.getOrDefault("reason." + code, word("reason.other"));
    }

    /** How it goes on for a student whose offer was taken back for that reason; empty where nothing follows for them. */
    public String next(@Nullable String code, String programme) {
        return words.containsKey("next." + code) ? filled("next." + code, programme) : "";
    }

    /** What it means if whoever is asked does not answer. */
    public String silence(@Nullable String code) {
        return words.getOrDefault("silence." + code, word("silence.other"));
    }

    /** The same to a student, who waits for the university and is asked for nothing. */
    public String unendorsed(@Nullable String code) {
        return words.getOrDefault("unendorsed." + code, word("unendorsed.other"));
    }

    /** That a step of a student's internship was recorded, and by whom, as the beginning of a sentence. */
    public String entered(@Nullable Recorded recorded, Opening opening) {
        return filled(enteredBy(recorded), opening.title(), opening.company());
    }

    /** The same for a letter in which names stand out. */
    public List<Piece> enteredPieces(@Nullable Recorded recorded, Opening opening) {
        return pieces(enteredBy(recorded), opening);
    }

    private String enteredBy(@Nullable Recorded recorded) {
        String name = "entered." + (recorded == null ? null : recorded.by());
        return words.containsKey(name) ? name : "entered.other";
    }

    /** The step of a placement that waits to be confirmed. */
    public String step(@Nullable String code, @Nullable Recorded recorded) {
        return dated("step.", code, recorded);
    }

    private String dated(String kind, @Nullable String code, @Nullable Recorded recorded) {
        String name = kind + code;
        return recorded != null && words.containsKey(name + ".on")
                ? format(name + ".on", date(recorded.on()))
                : words.getOrDefault(name, word(kind + "other"));
    }

    /** What came of an offer. */
    public String answer(@Nullable String code) {
        return words.getOrDefault("answer." + code, word("answer.other"));
    }

    /** The same as a heading. */
    public String outcome(@Nullable String code) {
        return words.getOrDefault("outcome." + code, word("outcome.other"));
    }

    /** How an internship got on. */
    public String progress(@Nullable String code) {
        return words.getOrDefault("progress." + code, word("progress.other"));
    }

    /** The same in a sentence. */
    public String progressText(@Nullable String code, Opening opening) {
        return filled(progressOf(code), opening.title(), opening.company());
    }

    /** The same for a letter in which names stand out. */
    public List<Piece> progressPieces(@Nullable String code, Opening opening) {
        return pieces(progressOf(code), opening);
    }

    private String progressOf(@Nullable String code) {
        String name = "progress." + code + ".text";
        return words.containsKey(name) ? name : "progress.other.text";
    }

    /** The step that was recorded, to an organisation. */
    public String recorded(@Nullable String code, @Nullable Recorded recorded) {
        return dated("recorded.", code, recorded);
    }

    /** How an import ended, as a heading. */
    public String imported(@Nullable String outcome) {
        return words.getOrDefault("imported." + outcome, word("imported.other"));
    }

    /**
     * The same in a sentence or two.
     *
     * @param rows how many there are, by what became of them
     */
    public String importedText(@Nullable String outcome, Map<String, Integer> rows) {
        String text = words.getOrDefault("imported." + outcome + ".text", word("imported.other.text"));
        return new MessageFormat(text, language.locale())
                .format(Stream.of("read", "fresh", "changed", "same", "bad")
                        .map(name -> rows.getOrDefault(name, 0))
                        .toArray());
    }

    /** Why an opening was not approved. */
    public String rejected(@Nullable String code) {
        return words.getOrDefault("rejected." + code, word("rejected.other"));
    }

    /** What is new of a meeting, to whoever reads it, as a heading. */
    public String meeting(boolean desk, @Nullable String code) {
        return ofMeeting(desk, code, "");
    }

    /**
     * The same in a sentence or two.
     *
     * @param when the instant that hangs on it, in words
     */
    public String meetingText(boolean desk, @Nullable String code, String when) {
        return new MessageFormat(ofMeeting(desk, code, ".text"), language.locale()).format(new Object[] {when});
    }

    /** The same for a letter in which the instant stands out. */
    public List<Piece> meetingPieces(boolean desk, @Nullable String code, String when) {
        return cut(meetingText(desk, code, named(when)));
    }

    private String ofMeeting(boolean desk, @Nullable String code, String part) {
        String reader = desk ? "meeting.desk." : "meeting.student.";
        return words.getOrDefault(reader + code + part, word("meeting.other" + part));
    }

    private String date(LocalDate date) {
        return dates.format(date);
    }

    /** A word that may have a place for each of these, or none. */
    private String filled(String name, Object... arguments) {
        return formats.containsKey(name) ? format(name, arguments) : word(name);
    }

    /** A word with the title and the company of an opening, in pieces. */
    private List<Piece> pieces(String name, Opening opening) {
        return cut(filled(name, named(opening.title()), named(opening.company()))
                .replace("\"" + NAME, NAME)
                .replace(NAME_ENDS + "\"", NAME_ENDS));
    }

    /** A sentence in pieces, of which every other one is a name. */
    private static List<Piece> cut(String sentence) {
        String[] parts = sentence.split("[" + NAME + NAME_ENDS + "]", -1);
        return IntStream.range(0, parts.length)
                .mapToObj(at -> new Piece(parts[at], at % 2 == 1))
                .filter(piece -> !piece.text().isEmpty())
                .toList();
    }

    private static String named(String name) {
        return NAME + name.replaceAll("[" + NAME + NAME_ENDS + "]", "") + NAME_ENDS;
    }

    private String format(String name, Object... arguments) {
        return ((MessageFormat) Objects.requireNonNull(formats.get(name), name).clone()).format(arguments);
    }

    private String word(String name) {
        return Objects.requireNonNull(words.get(name), name);
    }
}
