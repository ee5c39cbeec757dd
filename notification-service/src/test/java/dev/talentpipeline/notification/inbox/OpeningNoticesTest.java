package dev.talentpipeline.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpeningNoticesTest {

    private static final OpeningReading AWAITED = new OpeningReading(OpeningApproval.AWAITED, true);
    private static final OpeningReading APPROVED = new OpeningReading(OpeningApproval.APPROVED, false);
    private static final OpeningReading REJECTED = new OpeningReading(OpeningApproval.REJECTED, false);

    @Test
    void everybodyWhoMayApproveIsToldOnce() {
        assertThat(told(AWAITED, null, "uni-1", "uni-2", "uni-1"))
                .containsExactly("desk:uni-1 OPENING_TO_APPROVE", "desk:uni-2 OPENING_TO_APPROVE");
        assertThat(told(AWAITED, AWAITED, "uni-1")).isEmpty();
        // What was not approved is changed and waits anew.
        assertThat(told(AWAITED, REJECTED, "uni-1")).containsExactly("desk:uni-1 OPENING_TO_APPROVE");
    }

    @Test
    void whatWaitsForSomethingElseWaitsForNobodysApproval() {
        var unverified = new OpeningReading(OpeningApproval.AWAITED, false);

        assertThat(told(unverified, null)).isEmpty();
        assertThat(told(AWAITED, unverified, "uni-1")).containsExactly("desk:uni-1 OPENING_TO_APPROVE");
    }

    @Test
    void itsCompanyIsToldWhatWasDecided() {
        assertThat(told(APPROVED, AWAITED)).containsExactly("desk:xingchen OPENING_APPROVED");
        assertThat(told(APPROVED, REJECTED)).containsExactly("desk:xingchen OPENING_APPROVED");
        assertThat(told(REJECTED, AWAITED)).containsExactly("desk:xingchen OPENING_REJECTED");
        assertThat(told(APPROVED, APPROVED)).isEmpty();
        assertThat(told(REJECTED, REJECTED)).isEmpty();
    }

    @Test
    void ofOneWhoseStandingWasNotToldBeforeNoOldApprovalIsNews() {
        var early = new OpeningReading(OpeningApproval.UNKNOWN, false);

        assertThat(told(APPROVED, null)).isEmpty();
        assertThat(told(APPROVED, early)).isEmpty();
        assertThat(told(early, null)).isEmpty();
        assertThat(told(REJECTED, early)).containsExactly("desk:xingchen OPENING_REJECTED");
    }

    private static List<String> told(OpeningReading now, @Nullable OpeningReading before, String... approvers) {
        var news = new OpeningNews("spring", "opening", 2, now, "xingchen", List.of(approvers), null);
        return OpeningNotices.calledForBy(news, Optional.ofNullable(before)).stream()
                .map(told -> told.desk() + " " + told.kind())
                .toList();
    }
}
