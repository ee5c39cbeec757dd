package dev.talentpipeline.acceptance.browser;

import static dev.talentpipeline.acceptance.Season.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

@InChromium
@ResourceLock(value = ShownSeason.PROGRAMME, mode = ResourceAccessMode.READ)
class CompanyDeskIT {

    private final ShownSeason season = ShownSeason.shared();

    @InLooks
    void anOpeningIsPostedCandidatesAreSeenAndAnOfferIsApproved(Look look) {
        try (Visitor recruiter = Chromium.visitor(look)) {
            recruiter.signsIn(season.companyUser());
            recruiter.opens("/company?programme=" + season.programme());
            recruiter.sees("company-day");

            // What the law forbids is refused with what was typed still there.
            String reference = "W-" + UUID.randomUUID().toString().substring(0, 6);
            recruiter.presses(".page-actions .btn-primary");
            recruiter.fills(Map.of(
                    "internship", reference,
                    "title", "大模型推理加速 · Faster inference of language models",
                    "description", "男性优先。与导师一起做推理引擎的性能分析与优化。",
                    "startsOn", ShownSeason.TODAY.plusMonths(4).toString(),
                    "weeks", "16",
                    "daysPerWeek", "4",
                    "seats", "2",
                    "stipend", "6000"));
            recruiter.chooses("region", "CN-BJ");
            recruiter.chooses("minimumDegree", "BACHELOR");
            picks(recruiter, "occupation", "ai", "ai-engineer");
            picks(recruiter, "requiredSkills", "python", "python");
            recruiter.sees("company-opening-form");
            recruiter.presses("main form.fields .form-actions .btn-primary");
            recruiter.find("#description[aria-invalid=true]").waitFor();
            assertThat(recruiter.find("#internship").inputValue()).isEqualTo(reference);
            recruiter.sees("company-opening-refused");
            recruiter.fills(Map.of("description", "与导师一起做推理引擎的性能分析与优化，成果可写进论文。"));
            recruiter.presses("main form.fields .form-actions .btn-primary");
            JsonNode posted = opening(reference);
            assertThat(recruiter.page().url()).endsWith(posted.get("id").asString());
            assertThat(posted.at("/requiredSkills/0/id").asString()).isEqualTo("python");
            recruiter.sees("company-opening");

            // Who could take a place, with reasons; the company's own order comes first.
            JsonNode offer = season.companyOffers("AWAITING_APPROVAL").getFirst();
            String opening = offer.get("internship").asString();
            recruiter.opens("/company/openings/%s/%s/candidates".formatted(season.programme(), opening));
            recruiter.sees("company-candidates");
            recruiter.presses("button[name=act][value=add]");
            assertThat(recruiter.find(".candidate .state.good").count()).isPositive();
            recruiter.sees("company-ranked");

            recruiter.opens("/company/offers?programme=" + season.programme());
            recruiter.sees("company-offers");
            recruiter.opens("/company/offers/" + offer.get("id").asString());
            recruiter.sees("company-offer");
            recruiter.presses("button[name=decision][value=APPROVE]");
            recruiter.sees("company-offer-approved");
            assertThat(season.offer(offer.get("id").asString()).get("state").asString())
                    .isEqualTo("EXTENDED");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "CHINESE_AT_A_DESK")
    void everyPlaceOfTheMenuIsAsItShouldBe(Look look) {
        try (Visitor recruiter = Chromium.visitor(look)) {
            recruiter.signsIn(season.companyUser());
            recruiter.seesEveryPlaceOfTheMenu(season.programme());
        }
    }

    private static void picks(Visitor recruiter, String field, String typed, String term) {
        recruiter.find("#" + field).fill(typed);
        recruiter
                .find("#%s-found .found-choice[value='%s:%s']".formatted(field, field, term))
                .click();
        recruiter
                .find(".picked input[type=hidden][name='%s'][value='%s']".formatted(field, term))
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    private JsonNode opening(String reference) {
        return expect(season.company().get(season.path("/internships/" + reference)));
    }
}
