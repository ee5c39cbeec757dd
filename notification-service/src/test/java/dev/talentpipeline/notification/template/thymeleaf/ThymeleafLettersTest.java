package dev.talentpipeline.notification.template.thymeleaf;

import static dev.talentpipeline.notification.inbox.OfferNewsFixture.FACTS;
import static dev.talentpipeline.notification.inbox.OfferNewsFixture.released;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.inbox.Facts;
import dev.talentpipeline.notification.inbox.Facts.Recorded;
import dev.talentpipeline.notification.inbox.MeetingReading;
import dev.talentpipeline.notification.inbox.NoticeKind;
import dev.talentpipeline.notification.inbox.NoticeTexts.NoticeText;
import dev.talentpipeline.notification.inbox.OfferNews;
import dev.talentpipeline.notification.inbox.OfferNewsFixture;
import dev.talentpipeline.notification.inbox.OfferState;
import dev.talentpipeline.notification.inbox.Opening;
import dev.talentpipeline.notification.inbox.ReleasedNotice;
import dev.talentpipeline.notification.template.Letter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds every letter to its golden copy under {@code src/test/resources/golden}. What was really written is left in
 * {@code target/golden}: after a wanted change, read it and copy it over.
 */
class ThymeleafLettersTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path ACTUAL = Path.of("target/golden");

    /** What the facts say of these kinds. */
    private static final Map<NoticeKind, String> GIVEN = Map.ofEntries(
            Map.entry(NoticeKind.OFFER_ANSWERED, "CONFIRMED"),
            Map.entry(NoticeKind.PLACEMENT_PROGRESS, "STARTED"),
            Map.entry(NoticeKind.STUDENT_NOT_REACHED, "0d9f7a52-6f0b-4d6b-9d55-0a4a8f4c1e06"),
            Map.entry(NoticeKind.DESK_STEP_TO_CONFIRM, "COMPLETED"),
            Map.entry(NoticeKind.MEETING_TO_ANSWER, "INVITED"),
            Map.entry(NoticeKind.MEETING_SOON, "INTERVIEW_MOVED"),
            Map.entry(NoticeKind.MEETING_NEWS, "INTERVIEW_CONFIRMED"),
            Map.entry(NoticeKind.DESK_MEETING_TO_ANSWER, "INTERVIEW_PROPOSED"),
            Map.entry(NoticeKind.DESK_MEETING_SOON, "INTERVIEW_CANCELLED"),
            Map.entry(NoticeKind.DESK_MEETING_NEWS, "ACCEPTED"),
            Map.entry(NoticeKind.OPENING_REJECTED, "too-vague"),
            Map.entry(NoticeKind.PLACEMENT_TO_CONFIRM, "COMPLETED"),
            Map.entry(NoticeKind.IMPORT_FINISHED, "COMMITTED"));

    /** What the programme makes of it if nobody answers these. */
    private static final Map<NoticeKind, String> SILENCE = Map.of(
            NoticeKind.OFFER_TO_APPROVE, "APPROVE",
            NoticeKind.APPROVAL_DUE, "APPROVE",
            NoticeKind.OFFER_TO_ENDORSE, "LAPSE",
            NoticeKind.ENDORSEMENT_DUE, "LAPSE",
            NoticeKind.ENDORSEMENT_ESCALATED, "LAPSE");

    private final ThymeleafLetters letters =
            new ThymeleafLetters(URI.create("http://localhost:8080"), (id, reader) -> id);

    static Stream<Arguments> everyKindInEveryLanguage() {
        return Arrays.stream(NoticeKind.values())
                .flatMap(kind -> Arrays.stream(Language.values()).map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryLanguage")
    void writesAsTheGoldenCopySays(NoticeKind kind, Language language) throws IOException {
        Facts facts = new Facts(
                FACTS.startsOn(),
                FACTS.endsOn(),
                FACTS.respondBy(),
                GIVEN.getOrDefault(kind, "CAPACITY_CUT"),
                FACTS.parts(),
                FACTS.matchedSkills(),
                // An opening is about no student, nor is a file.
                kind.name().startsWith("OPENING") || kind == NoticeKind.IMPORT_FINISHED
                        ? null
                        : "a601b2c3-0000-4000-8000-000000000001",
                Map.of("read", 1203, "fresh", 1100, "changed", 3, "same", 100, "bad", 0),
                new Recorded(LocalDate.of(2027, 8, 29), "COMPANY"));

        Map<String, String> actual = kind == NoticeKind.DIGEST || kind.isMailedByItself()
                ? parts(letter(kind, language, facts))
                : parts(letters.inWords(in(language, released(kind, facts)), language));

        assertThat(keep(kind, language, actual)).isEqualTo(golden(kind, language, actual.keySet()));
    }

    private Letter letter(NoticeKind kind, Language language, Facts facts) {
        return kind == NoticeKind.DIGEST
                ? letters.digest(
                        in(language, released(kind, Facts.NONE)),
                        List.of(
                                in(language, released(NoticeKind.OFFER_EXPIRED, facts)),
                                in(language, released(NoticeKind.OFFER_CONFIRMED, facts))),
                        reader(language))
                : letters.letter(in(language, released(kind, facts)), reader(language));
    }

    private static Map<String, String> parts(Letter letter) {
        return Map.of("subject.txt", letter.subject(), "text.txt", letter.text(), "html", letter.html());
    }

    /** What stands in the inbox alone is no letter. */
    private static Map<String, String> parts(NoticeText notice) {
        return Map.of("subject.txt", notice.title(), "text.txt", notice.text());
    }

    @Test
    void namesNobodyInTheInbox() {
        for (Language language : Language.values()) {
            var text = letters.inWords(released(NoticeKind.OFFER_MADE), language);
            var letter = letters.letter(released(NoticeKind.OFFER_MADE), reader(language));

            assertThat(letter.text()).contains(reader(language).name()).contains(text.text());
            assertThat(text.title() + text.text())
                    .doesNotContain(reader(language).name());
        }
    }

    @Test
    void namesTheCompanyAsItCallsItselfInTheReadersLanguage() {
        ReleasedNotice notice = released(NoticeKind.OFFER_MADE);
        String company = notice.opening().company();
        var named = new ThymeleafLetters(
                URI.create("http://localhost:8080"),
                (id, reader) -> id.equals(company) ? (reader == Language.ZH ? "浮屿云" : "Fuyu Cloud") : id);

        Letter chinese = named.letter(notice, reader(Language.ZH));
        Letter english = named.letter(notice, reader(Language.EN));

        assertThat(List.of(chinese.subject(), chinese.text(), chinese.html()))
                .allSatisfy(part -> assertThat(part).contains("浮屿云").doesNotContain(company));
        assertThat(List.of(english.subject(), english.text(), english.html()))
                .allSatisfy(part -> assertThat(part)
                        .contains("Fuyu Cloud")
                        .doesNotContain("浮屿云")
                        .doesNotContain(company));
        assertThat(named.inWords(notice, Language.EN).title()).contains("Fuyu Cloud");
    }

    @Test
    void greetsADeskByTheNameThatItsReadersKnow() {
        var desk = new Contact(
                "desk:fuyu",
                1,
                "浮屿云",
                "hr@fuyu.example",
                Language.EN,
                "fuyu",
                Map.of(Language.ZH, "浮屿云", Language.EN, "Fuyu Cloud"));

        assertThat(letters.letter(released(NoticeKind.OFFER_TO_APPROVE), desk).text())
                .startsWith("Dear Fuyu Cloud,");
    }

    @Test
    void leavesOutWhatTheOfferDoesNotSay() {
        var bare = new Facts(FACTS.startsOn(), FACTS.endsOn(), null, null, List.of(), List.of());

        Letter letter = letters.letter(released(NoticeKind.OFFER_MADE, bare), reader(Language.EN));

        assertThat(letter.text() + letter.html())
                .doesNotContain("accept or decline by", "Why you were matched", "Skills of yours");
    }

    @Test
    void saysSomethingSensibleForAReasonThatItDoesNotKnow() {
        var facts = new Facts(FACTS.startsOn(), FACTS.endsOn(), null, "NEW_REASON", List.of(), List.of());

        Letter letter = letters.letter(released(NoticeKind.OFFER_RESCINDED, facts), reader(Language.EN));

        assertThat(letter.text())
                .contains("the conditions of the offer have changed")
                .doesNotContain("NEW_REASON");
    }

    @Test
    void saysHowItGoesOnAfterAnOfferWasTakenBackWhereItDoes() {
        assertThat(rescinded("CAPACITY_CUT", Language.EN))
                .contains("the number of places. You take part in matching in Spring 2027 again.");
        assertThat(rescinded("CAPACITY_CUT", Language.ZH)).contains("的名额。您重新参加招聘项目“Spring 2027”的匹配。");
        assertThat(rescinded("COMMITTED_ELSEWHERE", Language.EN))
                .contains("for the same dates. The internship that you accepted is not affected.");
        assertThat(rescinded("PROGRAMME_CLOSED", Language.ZH)).contains("不再进行匹配");
        // Whoever has left, and whoever reads a reason that came later, is promised nothing.
        assertThat(rescinded("STUDENT_WITHDRAWN", Language.EN)).doesNotContain("take part");
        assertThat(rescinded("NEW_REASON", Language.EN)).doesNotContain("take part");
    }

    private String rescinded(String reason, Language language) {
        var facts = new Facts(FACTS.startsOn(), FACTS.endsOn(), null, reason, List.of(), List.of());
        return letters.letter(released(NoticeKind.OFFER_RESCINDED, facts), reader(language))
                .text();
    }

    @Test
    void asksForAnAnswerWhereOneIsAwaited() {
        assertThat(meetingSoon("INTERVIEW_MOVED")).contains("Read and answer: http");
        assertThat(meetingSoon("INTERVIEW_CANCELLED")).contains("See it in Talent Pipeline: http");
    }

    private String meetingSoon(String step) {
        var facts = new Facts(null, null, FACTS.respondBy(), step, List.of(), List.of());
        return letters.letter(released(NoticeKind.MEETING_SOON, facts), reader(Language.EN))
                .text();
    }

    @Test
    void saysWhereAUniversityFindsWhichStudentItIsAboutAndOnlyInALetter() {
        ReleasedNotice notice = released(NoticeKind.OFFER_TO_ENDORSE);

        assertThat(letters.letter(notice, reader(Language.EN)).text()).contains("Open it to see which student it is.");
        assertThat(letters.letter(notice, reader(Language.ZH)).html()).contains("打开后可查看是哪位学生");
        assertThat(letters.inWords(notice, Language.EN).text()).doesNotContain("which student it is");
        assertThat(letters.letter(released(NoticeKind.OFFER_TO_APPROVE), reader(Language.EN))
                        .text())
                .doesNotContain("which student it is");
    }

    @Test
    void saysHowAnInternshipGotOnInASentence() {
        var facts = new Facts(FACTS.startsOn(), FACTS.endsOn(), null, "JOB_OFFERED", List.of(), List.of());

        assertThat(letters.inWords(released(NoticeKind.PLACEMENT_PROGRESS, facts), Language.EN)
                        .text())
                .startsWith("Xingchen AI has offered a job to the intern in \"Large-model training intern\".");
    }

    @Test
    void namesStandOutInALetterAndAreQuotedInPlainText() {
        var facts = new Facts(FACTS.startsOn(), FACTS.endsOn(), null, "JOB_OFFERED", List.of(), List.of());

        Letter english = letters.letter(released(NoticeKind.PLACEMENT_PROGRESS, facts), reader(Language.EN));
        Letter chinese = letters.letter(released(NoticeKind.PLACEMENT_TO_CONFIRM, facts), reader(Language.ZH));

        assertThat(english.text()).contains("to the intern in \"Large-model training intern\".");
        assertThat(english.html())
                .contains(
                        "<p><strong>Xingchen AI</strong> has offered a job to the intern in <strong>Large-model training intern</strong>.</p>");
        assertThat(chinese.html())
                .contains("在<strong>Xingchen AI</strong>“<strong>Large-model training intern</strong>”岗位");
    }

    @Test
    void namesTheStepThatWaitsToBeConfirmed() {
        var facts = new Facts(FACTS.startsOn(), FACTS.endsOn(), null, "COMPLETED", List.of(), List.of());

        assertThat(letters.letter(released(NoticeKind.PLACEMENT_TO_CONFIRM, facts), reader(Language.EN))
                        .text())
                .contains("at Xingchen AI: you have completed it.");
        assertThat(letters.letter(released(NoticeKind.PLACEMENT_TO_CONFIRM, facts), reader(Language.ZH))
                        .text())
                .contains("有一条新登记：您已完成实习");
    }

    @Test
    void saysWhenAStepWasAndWhoRecordedItWhereThatWasSaid() {
        var facts = new Facts(
                FACTS.startsOn(),
                FACTS.endsOn(),
                null,
                "ENDED",
                List.of(),
                List.of(),
                null,
                Map.of(),
                new Recorded(LocalDate.of(2027, 6, 30), "UNIVERSITY"));

        assertThat(letters.inWords(released(NoticeKind.PLACEMENT_TO_CONFIRM, facts), Language.ZH)
                        .text())
                .startsWith("学校登记了您在Xingchen AI“Large-model training intern”岗位的实习进展：您的实习已于2027年6月30日提前中止。");
        assertThat(letters.inWords(released(NoticeKind.DESK_STEP_TO_CONFIRM, facts), Language.EN)
                        .text()
                        .replace('\u00A0', ' '))
                .contains("has been recorded as ended early on 30 June 2027. It takes effect");
    }

    @Test
    void saysWhatSilenceMeansWhereTheProgrammeToldIt() {
        assertThat(toApprove("APPROVE")).contains("Without an answer it counts as approved.");
        assertThat(toApprove("LAPSE")).contains("Without an answer the offer lapses.");
        assertThat(toApprove(null)).contains("The rules of the recruitment programme say");
        assertThat(toApprove("NEW_WORD")).contains("The rules of the recruitment programme say");
    }

    private String toApprove(@Nullable String silence) {
        var opening = new Opening("Spring 2027", "Intern", "Xingchen AI", 4000, silence);
        return letters.inWords(
                        new ReleasedNotice(released(NoticeKind.OFFER_TO_APPROVE).notice(), opening), Language.EN)
                .text();
    }

    @Test
    void saysOfEachStepOfAMeetingWhatItIsToWhoeverReadsIt() {
        for (Language language : Language.values()) {
            for (MeetingReading.Step step : MeetingReading.Step.values()) {
                assertThat(meeting(NoticeKind.MEETING_NEWS, step, language)).doesNotContain(other(language));
                // A company knows whom it invited.
                if (step != MeetingReading.Step.INVITED) {
                    assertThat(meeting(NoticeKind.DESK_MEETING_NEWS, step, language))
                            .doesNotContain(other(language));
                }
            }
        }
    }

    private String meeting(NoticeKind kind, MeetingReading.Step step, Language language) {
        var facts = new Facts(null, null, FACTS.respondBy(), step.name(), List.of(), List.of());
        return letters.letter(released(kind, facts), reader(language)).subject();
    }

    private static String other(Language language) {
        return language == Language.ZH ? "面谈有新的进展" : "News of a meeting";
    }

    @Test
    void saysNothingOfAnInternshipThatAMeetingIsNotAbout() {
        var facts = new Facts(null, null, null, "MET", List.of(), List.of());
        var notice = released(NoticeKind.MEETING_NEWS, facts).notice();

        Letter letter =
                letters.letter(new ReleasedNotice(notice, new Opening("Spring 2027", "", "", 0)), reader(Language.EN));

        assertThat(letter.subject()).isEqualTo("Your share code was used");
        assertThat(letter.html()).doesNotContain("<table");
    }

    @Test
    void saysApartWhatExpiredAndWhatLapsed() {
        for (Language language : Language.values()) {
            assertThat(letters.letter(released(NoticeKind.OFFER_EXPIRED), reader(language))
                            .subject())
                    .isNotEqualTo(letters.letter(released(NoticeKind.OFFER_LAPSED), reader(language))
                            .subject());
        }
    }

    @Test
    void namesSkillsInTheReadersLanguageAndLeavesOutThoseWithoutAName() {
        var facts = new Facts(
                FACTS.startsOn(), FACTS.endsOn(), null, null, List.of(), List.of("machine-learning", "added-today"));

        assertThat(letters.letter(released(NoticeKind.OFFER_MADE, facts), reader(Language.ZH))
                        .text())
                .contains("符合岗位要求的技能：机器学习。");
        assertThat(letters.letter(released(NoticeKind.OFFER_MADE, facts), reader(Language.EN))
                        .text())
                .contains("Skills of yours that the company asked for: Machine learning.");
    }

    @Test
    void letsNoTitleBreakOutOfItsPlace() {
        var notice = released(NoticeKind.OFFER_MADE).notice();
        var hostile = new Opening("P", "Intern\r\nBcc: all@uni.example <b onclick='x()'>", "C & Co", 1);

        Letter letter = letters.letter(new ReleasedNotice(notice, hostile), reader(Language.EN));

        assertThat(letter.subject()).doesNotContain("\r", "\n");
        assertThat(letter.html())
                .doesNotContain("<b onclick")
                .contains("&lt;b onclick")
                .contains("C &amp; Co");
    }

    @Test
    void leadsToThePageOfTheThingAndToNoName() {
        var facts = new Facts(
                FACTS.startsOn(), FACTS.endsOn(), null, "CONFIRMED", List.of(), List.of(), "a601b2c3-0000-4000-8000");

        assertThat(letters.letter(released(NoticeKind.OFFER_ANSWERED, facts), reader(Language.EN))
                        .text())
                .contains(
                        "http://localhost:8080/notices/offer-answered/offer-1?programme=spring&student=a601b2c3-0000-4000-8000",
                        "Candidate: A601");
        // Students know who they are, and universities know their students by name.
        assertThat(letters.letter(released(NoticeKind.OFFER_MADE, facts), reader(Language.EN))
                        .text())
                .contains("http://localhost:8080/notices/offer-made/offer-1?programme=spring\n")
                .doesNotContain("A601");
        assertThat(letters.letter(released(NoticeKind.OFFER_TO_ENDORSE, facts), reader(Language.EN))
                        .text())
                .doesNotContain("A601");
    }

    @Test
    void callsAStudentByCodeAtTheCompanyAndLeavesAUniversityToFindTheName() {
        assertThat(toSign(Desk.of(OfferNewsFixture.OPENING.company())))
                .contains("Candidate: A601")
                .doesNotContain("which student it is");
        assertThat(toSign(Desk.of("uni-1"))).doesNotContain("Candidate:").contains("which student it is");
    }

    private String toSign(String desk) {
        var facts = new Facts(
                FACTS.startsOn(), FACTS.endsOn(), null, null, List.of(), List.of(), "a601b2c3-0000-4000-8000");
        var news = new OfferNews("spring", "offer-1", 2, OfferState.EXTENDED, desk, "opening", facts);
        var notice = OfferNewsFixture.notice(NoticeKind.DESK_AGREEMENT_TO_SIGN, news);
        return letters.letter(new ReleasedNotice(notice, OfferNewsFixture.OPENING), reader(Language.EN))
                .text();
    }

    /** About an opening as it is called in that language. */
    private static ReleasedNotice in(Language language, ReleasedNotice released) {
        String silence = SILENCE.get(released.notice().kind());
        return new ReleasedNotice(
                released.notice(),
                switch (language) {
                    case ZH -> new Opening("2027 年春季招聘", "大模型训练实习生", "星辰智能", 4000, silence);
                    case EN -> new Opening("Spring 2027", "Large-model training intern", "Xingchen AI", 4000, silence);
                });
    }

    private static Contact reader(Language language) {
        return switch (language) {
            case ZH -> new Contact("li-lei", 1, "李雷", "li.lei@uni.example", language, "uni-1");
            case EN -> new Contact("li-lei", 1, "Li Lei", "li.lei@uni.example", language, "uni-1");
        };
    }

    private static Map<String, String> keep(NoticeKind kind, Language language, Map<String, String> actual)
            throws IOException {
        Files.createDirectories(ACTUAL);
        for (var part : actual.entrySet()) {
            Files.writeString(ACTUAL.resolve(name(kind, language, part.getKey())), part.getValue());
        }
        return actual;
    }

    private static Map<String, String> golden(NoticeKind kind, Language language, Set<String> parts)
            throws IOException {
        Map<String, String> golden = new HashMap<>();
        for (String part : parts) {
            golden.put(part, Files.readString(GOLDEN.resolve(name(kind, language, part))));
        }
        return golden;
    }

    private static String name(NoticeKind kind, Language language, String part) {
        return kind.code() + "." + language.code() + "." + part;
    }
}
