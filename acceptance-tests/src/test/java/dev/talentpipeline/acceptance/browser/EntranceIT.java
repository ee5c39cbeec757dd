package dev.talentpipeline.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.stack.client.StackFile;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@InChromium
@ResourceLock(value = ShownSeason.PROGRAMME, mode = ResourceAccessMode.READ)
class EntranceIT {

    private final ShownSeason season = ShownSeason.shared();

    @ParameterizedTest
    @EnumSource(names = {"CHINESE_AT_A_DESK", "ENGLISH_ON_A_PHONE"})
    void theLanguageIsSwitchedOnAPageAndRemembered(Look look) {
        // The browser asks for one language; the switch gives the other.
        try (Visitor somebody =
                Chromium.visitor(look.inTheOtherLanguage(), look).onBothScreens()) {
            somebody.opens("/sign-in");
            somebody.presses("a.language");
            somebody.sees("sign-in");
            somebody.signsIn(season.universityUser());
            somebody.opens("/university/students?programme=" + season.programme());
            somebody.sees("university-students");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CHINESE_AT_A_DESK", "ENGLISH_ON_A_PHONE"})
    void whatIsRefusedOrNotThereSaysSo(Look look) {
        try (Visitor somebody = Chromium.visitor(look).onBothScreens()) {
            StackFile.User user = season.companyUser();
            somebody.opens("/sign-in");
            somebody.page().fill("#username", user.name());
            somebody.page().fill("#password", "not the password");
            somebody.presses(".entrance-card form .btn-primary");
            assertThat(somebody.find(".alert-danger").count()).isPositive();
            somebody.sees("sign-in-refused");
            somebody.signsIn(user);
            assertThat(somebody.opens("/university")).isEqualTo(403);
            somebody.sees("page-forbidden");
            assertThat(somebody.opens("/company/nowhere")).isEqualTo(404);
            somebody.sees("page-not-there");
        }
    }
}
