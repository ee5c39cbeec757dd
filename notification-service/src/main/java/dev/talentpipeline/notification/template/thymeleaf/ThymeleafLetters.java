package dev.talentpipeline.notification.template.thymeleaf;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.inbox.Facts;
import dev.talentpipeline.notification.inbox.Notice;
import dev.talentpipeline.notification.inbox.NoticeKind;
import dev.talentpipeline.notification.inbox.NoticeTexts;
import dev.talentpipeline.notification.inbox.Opening;
import dev.talentpipeline.notification.inbox.ReleasedNotice;
import dev.talentpipeline.notification.template.Letter;
import dev.talentpipeline.notification.template.Letters;
import dev.talentpipeline.notification.template.OrganisationNames;
import dev.talentpipeline.notification.template.UnwritableLetterException;
import dev.talentpipeline.notification.template.Words;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Fills in the templates. Each kind of notice has a folder with these files a language:
 *
 * <pre>
 *   templates/offer-made/en.txt    first line "Subject: …", an empty line, then the text
 *   templates/offer-made/en.html   the same in HTML, put into layout.html; only of what is mailed
 * </pre>
 *
 * <p>The text stands alone in the inbox; a mail puts {@code layout.txt} around it, with the person's name. Templates are
 * compiled once; safe for use by several threads.
 */
final class ThymeleafLetters implements Letters, NoticeTexts {

    private static final int MOST_IN_A_DIGEST = 100;
    private static final String SUBJECT = "Subject: ";
    /** A title with a line break in it must not start a new header. */
    private static final Pattern BREAKS = Pattern.compile("\\s+");

    /** Told to universities alone, which know their students by name. */
    private static final Set<NoticeKind> OF_UNIVERSITIES =
            EnumSet.of(NoticeKind.OFFER_TO_ENDORSE, NoticeKind.ENDORSEMENT_DUE, NoticeKind.STUDENT_NOT_REACHED);

    private final URI console;
    private final OrganisationNames names;
    private final TemplateEngine texts = engine(TemplateMode.TEXT, ".txt");
    private final TemplateEngine pages = engine(TemplateMode.HTML, ".html");
    private final Map<Language, Words> words = new EnumMap<>(Language.class);

    ThymeleafLetters(URI console, OrganisationNames names) {
        this.console = console;
        this.names = names;
        for (Language language : Language.values()) {
            words.put(language, Words.of(language));
        }
    }

    @Override
    public Letter letter(ReleasedNotice notice, Contact to) {
        Context context = context(notice, to.language());
        return letter(notice, inWords(template(notice.notice().kind(), to.language()), context), context, to);
    }

    @Override
    public Letter digest(ReleasedNotice digest, List<ReleasedNotice> entries, Contact to) {
        Context context = context(digest, to.language());
        context.setVariable("count", entries.size());
        context.setVariable(
                "entries",
                entries.stream()
                        .limit(MOST_IN_A_DIGEST)
                        .map(entry -> inWords(entry, to.language()).title())
                        .toList());
        context.setVariable("more", Math.max(0, entries.size() - MOST_IN_A_DIGEST));
        return letter(digest, inWords(template(digest.notice().kind(), to.language()), context), context, to);
    }

    private Letter letter(ReleasedNotice notice, NoticeText inWords, Context context, Contact to) {
        context.setVariable("greeting", wordsIn(to.language()).greeting(to.nameIn(to.language())));
        context.setVariable("subject", inWords.title());
        context.setVariable("text", inWords.text());
        return new Letter(
                inWords.title(),
                fill(texts, "layout", context),
                fill(pages, template(notice.notice().kind(), to.language()), context));
    }

    @Override
    public NoticeText inWords(ReleasedNotice notice, Language language) {
        return inWords(template(notice.notice().kind(), language), context(notice, language));
    }

    private NoticeText inWords(String template, Context context) {
        String filled = fill(texts, template, context);
        int endOfSubject = filled.indexOf("\n\n");
        if (!filled.startsWith(SUBJECT) || endOfSubject < 0) {
            throw new IllegalStateException(
                    "template (" + template + ".txt) must start with \"Subject: …\" and an empty line.");
        }
        String subject = filled.substring(SUBJECT.length(), endOfSubject);
        return new NoticeText(
                BREAKS.matcher(subject).replaceAll(" ").strip(),
                filled.substring(endOfSubject).strip());
    }

    private static String fill(TemplateEngine engine, String template, Context context) {
        try {
            return engine.process(template, context);
        } catch (TemplateEngineException e) {
            throw new UnwritableLetterException("template (" + template + ") cannot be filled in.", e);
        }
    }

    private Context context(ReleasedNotice released, Language language) {
        Words in = wordsIn(language);
        Facts facts = released.notice().facts();
        Opening opening = named(released.opening(), language);
        var context = new Context(language.locale());
        context.setVariable("language", language.code());
        context.setVariable("words", in.all());
        NoticeKind kind = released.notice().kind();
        boolean byName = isForUniversity(released);
        boolean byCode = kind.isForDesks() && !byName;
        context.setVariable("link", link(released.notice()));
        context.setVariable("open", in.open(kind.code(), facts.reason()));
        context.setVariable(
                "who", byName && (OF_UNIVERSITIES.contains(kind) || facts.student() != null) ? in.who() : "");
        context.setVariable("enter", isForDesk(released.notice()) ? "" : in.enter());
        context.setVariable("mails", under("notices", "mails"));
        context.setVariable("title", opening.title());
        context.setVariable("company", opening.company());
        context.setVariable("programme", opening.programme());
        context.setVariable("details", opening.title().isEmpty() ? Map.of() : in.details(opening, facts, byCode));
        context.setVariable("count", 0);
        context.setVariable("entries", List.of());
        context.setVariable("more", 0);
        String when = facts.respondBy() == null ? "" : in.deadline(facts.respondBy());
        context.setVariable("deadline", when);
        context.setVariable("fit", in.fit(facts.parts()));
        context.setVariable("skills", in.skills(facts.matchedSkills()));
        context.setVariable("reason", in.reason(facts.reason()));
        context.setVariable("next", in.next(facts.reason(), opening.programme()));
        context.setVariable("silence", in.silence(opening.silence()));
        context.setVariable("unendorsed", in.unendorsed(opening.silence()));
        context.setVariable("entered", in.entered(facts.recorded(), opening));
        context.setVariable("enteredPieces", in.enteredPieces(facts.recorded(), opening));
        context.setVariable("step", in.step(facts.reason(), facts.recorded()));
        context.setVariable("answer", in.answer(facts.reason()));
        context.setVariable("outcome", in.outcome(facts.reason()));
        context.setVariable("progress", in.progress(facts.reason()));
        context.setVariable("progressText", in.progressText(facts.reason(), opening));
        context.setVariable("progressPieces", in.progressPieces(facts.reason(), opening));
        boolean desk = kind.isForDesks();
        context.setVariable("meeting", in.meeting(desk, facts.reason()));
        context.setVariable("meetingText", in.meetingText(desk, facts.reason(), when));
        context.setVariable("meetingPieces", in.meetingPieces(desk, facts.reason(), when));
        context.setVariable("imported", in.imported(facts.reason()));
        context.setVariable("importedText", in.importedText(facts.reason(), facts.counts()));
        context.setVariable("rejected", in.rejected(facts.reason()));
        context.setVariable("recorded", in.recorded(facts.reason(), facts.recorded()));
        return context;
    }

    /** Whether its readers know students by name: of what both sides of an opening are told, whoever is not its company. */
    private static boolean isForUniversity(ReleasedNotice released) {
        String reader = released.notice().personId();
        String company = released.opening().company();
        return OF_UNIVERSITIES.contains(released.notice().kind())
                || (Desk.isDesk(reader) && !company.isEmpty() && !reader.equals(Desk.of(company)));
    }

    /** The digest alone is told to both. */
    private static boolean isForDesk(Notice notice) {
        return notice.kind().isForDesks() || Desk.isDesk(notice.personId());
    }

    /** To the console, which knows where the page of the thing is for whoever comes. */
    private String link(Notice notice) {
        var link = new StringBuilder(under("notices", notice.kind().code(), notice.subject()));
        if (!notice.programmeId().isEmpty()) {
            link.append("?programme=").append(encoded(notice.programmeId()));
            String student = notice.kind().isForDesks() ? notice.facts().student() : null;
            if (student != null) {
                link.append("&student=").append(encoded(student));
            }
        }
        return link.toString();
    }

    private String under(String... segments) {
        String base = console.toString();
        return Arrays.stream(segments)
                .map(ThymeleafLetters::encoded)
                .collect(Collectors.joining("/", base.endsWith("/") ? base : base + "/", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** An opening names its company by its id. */
    private Opening named(Opening opening, Language reader) {
        return opening.company().isEmpty()
                ? opening
                : new Opening(
                        opening.programme(),
                        opening.title(),
                        names.of(opening.company(), reader),
                        opening.stipend(),
                        opening.silence());
    }

    private Words wordsIn(Language language) {
        Words in = words.get(language);
        if (in == null) {
            throw new IllegalStateException("language (" + language + ") has no words.");
        }
        return in;
    }

    private static String template(NoticeKind kind, Language language) {
        return kind.code() + "/" + language.code();
    }

    private static TemplateEngine engine(TemplateMode mode, String suffix) {
        var resolver = new ClassLoaderTemplateResolver(ThymeleafLetters.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setSuffix(suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        var engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
