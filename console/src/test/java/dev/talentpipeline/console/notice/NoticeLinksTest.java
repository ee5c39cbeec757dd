package dev.talentpipeline.console.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeLinksTest {

    @ParameterizedTest
    @CsvSource({
        "student, offer-made, /student#programme-spring",
        "student, agreement-to-sign, /student#programme-spring",
        "student, unmatched, /student/openings?programme=spring",
        "student, meeting-soon, /student/meetings",
        "university, offer-to-endorse, /university/endorsements?programme=spring#offer-x-1",
        "university, desk-step-to-confirm, /university/placements/x-1",
        "university, student-not-reached, /university/students/s-1?programme=spring",
        "company, approval-due, /company/offers/x-1",
        "company, offer-answered, /company/offers/x-1",
        "company, placement-progress, /company/placements/x-1",
        "company, desk-meeting-news, /company/meetings/x-1",
        "university, opening-to-approve, /university/openings?programme=spring",
        "company, opening-rejected, /company/openings/spring/x-1",
        "university, import-finished, /university/imports/x-1?programme=spring",
        "company, import-finished, /company/imports/x-1?programme=spring",
        "company, company-suspended, /company"
    })
    void leadToThePageThatTheDeskHasOfIt(String desk, String kind, String page) {
        assertThat(NoticeLinks.of(desk, kind, "x-1", "spring", "s-1")).isEqualTo(page);
    }

    @Test
    void leadNowhereFromWhatTheDeskHasNoPageOf() {
        assertThat(link("company", "offer-to-endorse", "x-1")).isNull();
        assertThat(link("university", "new-kind", "x-1")).isNull();
        assertThat(link("student", "offer-made", null)).isNull();
    }

    @Test
    void stayOnTheDeskWhateverTheIdIs() {
        assertThat(link("company", "offer-answered", "../x?y#z{w}")).isEqualTo("/company/offers/..%2Fx%3Fy%23z%7Bw%7D");
    }

    private static @Nullable String link(String desk, String kind, @Nullable String subject) {
        return NoticeLinks.of(desk, kind, subject, null, null);
    }
}
