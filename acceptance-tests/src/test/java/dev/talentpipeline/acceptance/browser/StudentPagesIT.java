package dev.talentpipeline.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.talentpipeline.acceptance.CapturedMail;
import dev.talentpipeline.acceptance.RunningStack;
import dev.talentpipeline.acceptance.Turn;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

@Order(Turn.LONG_FROM_THE_END)
@InChromium
@ResourceLock(value = ShownSeason.PROGRAMME, mode = ResourceAccessMode.READ)
class StudentPagesIT {

    private static final Duration MAIL = Duration.ofSeconds(20);

    private final ShownSeason season = ShownSeason.shared();

    @InLooks
    void aStudentComesInByTheirLinkRanksChoicesAndAcceptsAnOffer(Look look) {
        JsonNode offer = season.offerToAnswerOfSomebodyWithAChoice();
        String id = offer.get("student").asString();
        try (Visitor student = Chromium.visitor(look)) {
            student.opens(season.linkOf(id));
            speaks(student, look);
            student.sees("student-offer");

            student.opens("/student/profile");
            student.seesAllOf("student-profile");
            student.fills(Map.of("minimumStipend", "500"));
            student.presses(".profile-form .form-actions .btn-primary");
            assertThat(season.student(id).get("minimumStipend").asInt()).isEqualTo(500);
            student.sees("student-profile-saved");

            student.opens("/student/openings");
            student.sees("student-openings");
            while (choices(id) < 2) {
                student.opens("/student/openings");
                student.presses("main form[action$='/additions'] button");
            }
            student.opens("/student/choices");
            student.sees("student-choices");
            String first = season.student(id).at("/preferences/0").asString();
            String second = season.student(id).at("/preferences/1").asString();
            // By the keyboard, as by the pointer.
            student.find("button[name=down]").first().press("Enter");
            student.find(".choice:nth-of-type(2) input[name=preferences][value='%s']".formatted(first))
                    .waitFor(attached());
            student.find(".saved-note svg").waitFor();
            assertThat(season.student(id).at("/preferences/0").asString()).isEqualTo(second);

            student.presses(".choice-words a");
            student.seesAllOf("student-opening");

            student.opens("/student");
            student.pressesAndConfirms("form:has(input[name=decision][value=ACCEPT]) button[data-opens]");
            assertThat(season.offer(offer.get("id").asString()).get("state").asString())
                    .isEqualTo("ACCEPTED");
            student.sees("student-accepted");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "ENGLISH_ON_A_PHONE")
    void whoeverIsOnTheRollClaimsTheirPlace(Look look) {
        String number = "2028" + UUID.randomUUID().toString().substring(0, 8);
        try (Visitor student = Chromium.visitor(look).onBothScreens()) {
            student.opens(season.claimPage(number, "苏青禾"));
            speaks(student, look);
            student.sees("student-claim");
            student.fills(Map.of("email", number + "@students.example.org"));
            student.presses("main form .btn-primary");
            student.sees("student-claimed");
            assertThat(student.page().url()).endsWith("/student");
        }
        try (Visitor onAnotherPhone = Chromium.visitor(look).onBothScreens()) {
            onAnotherPhone.opens("/sign-in");
            speaks(onAnotherPhone, look);
            onAnotherPhone.presses("a[href='/enter/links']");
            onAnotherPhone.sees("student-link-ask");
            onAnotherPhone.fills(Map.of("email", number + "@students.example.org"));
            onAnotherPhone.presses("main form .btn-primary");
            onAnotherPhone.sees("student-link-renewed");
            onAnotherPhone.opens(linkMailedTo(number + "@students.example.org"));
            onAnotherPhone.sees("student-enter");
            onAnotherPhone.presses("main form .btn-primary");
            assertThat(onAnotherPhone.page().url()).endsWith("/student");
        }
    }

    private String linkMailedTo(String address) {
        Pattern link = Pattern.compile("/enter/by-mail\\?secret=[A-Za-z0-9_-]+");
        CapturedMail mail =
                new CapturedMail(RunningStack.shared().client().stack().mail());
        return await().atMost(MAIL)
                .until(
                        () -> mail.to(address).stream()
                                .flatMap(each -> link.matcher(each.toString()).results())
                                .map(MatchResult::group)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH_ON_A_PHONE", "CHINESE_ON_A_PHONE"})
    void everyPlaceOfTheMenuIsAsItShouldBe(Look look) {
        try (Visitor student = Chromium.visitor(look).onBothScreens()) {
            student.opens(season.linkOf(season.studentUnderWay()));
            student.seesEveryPlaceOfTheMenu(season.programme(), "/student/profile", "/student/choices");
            student.opens("/unsubscribe/none");
            student.sees("unsubscribe-unknown");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "ENGLISH_ON_A_PHONE")
    void aStudentKeepsAnOfferDeclinesItAndIsErased(Look look) {
        JsonNode offer = season.offerToAnswer();
        String id = offer.get("id").asString();
        try (Visitor student = Chromium.visitor(look).onBothScreens()) {
            student.opens(season.linkOf(offer.get("student").asString()));
            student.find(".answer details.more summary").click();
            student.presses("button[name=decision][value=KEEP]");
            assertThat(season.offer(id).get("state").asString()).isEqualTo("KEPT");
            student.pressesAndConfirms("form:has(input[name=decision][value=DECLINE]) button[data-opens]");
            assertThat(season.offer(id).get("state").asString()).isEqualTo("DECLINED");
            student.opens("/student/data");
            student.find("input[name=understood]").check();
            student.presses("form[action$='/erasure'] .btn-danger");
            student.sees("student-erased");
            assertThat(student.find(".desk-navigation").count()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "ENGLISH_ON_A_PHONE")
    void aLinkThatLetsNobodyInSaysSo(Look look) {
        String link = season.linkOf(season.studentUnderWay());
        try (Visitor student = Chromium.visitor(look).onBothScreens()) {
            student.opens(link);
        }
        try (Visitor somebody = Chromium.visitor(look).onBothScreens()) {
            somebody.opens(link);
            somebody.sees("student-link-used");
            assertThat(somebody.find("input[type='email']").count())
                    .as("the link says whose it is")
                    .isZero();
            somebody.presses("main form .btn-primary");
            assertThat(somebody.find("h1").textContent()).contains("Check your e-mail");
            somebody.opens("/enter?token=none");
            somebody.sees("student-link-expired");
            somebody.opens("/claim?secret=none");
            somebody.sees("student-link-closed");
            somebody.fills(Map.of("email", "nobody@students.example.org"));
            somebody.presses("main form .btn-primary");
            assertThat(somebody.find("h1").textContent()).contains("Check your e-mail");
        }
    }

    private int choices(String student) {
        return season.student(student).get("preferences").size();
    }

    /** The browser's language is the page's, until somebody says otherwise. */
    private static void speaks(Visitor student, Look look) {
        assertThat(student.find("html").getAttribute("lang")).startsWith(look.language());
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }
}
