package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.notification.contact.Desk;
import java.util.List;
import java.util.Optional;

/** What desks are told of an opening that has to be approved before it is seen: those who approve that it waits, its company what they decided. */
final class OpeningNotices {

    private OpeningNotices() {}

    /** What a desk is told. */
    record Told(String desk, NoticeKind kind) {}

    static List<Told> calledForBy(OpeningNews news, Optional<OpeningReading> before) {
        return news.reading().stepAfter(before).map(step -> told(news, step)).orElse(List.of());
    }

    private static List<Told> told(OpeningNews news, OpeningReading.Step step) {
        return switch (step) {
            case TO_APPROVE ->
                news.approvers().stream()
                        .distinct()
                        .map(approver -> new Told(Desk.of(approver), NoticeKind.OPENING_TO_APPROVE))
                        .toList();
            case APPROVED -> List.of(new Told(Desk.of(news.company()), NoticeKind.OPENING_APPROVED));
            case REJECTED -> List.of(new Told(Desk.of(news.company()), NoticeKind.OPENING_REJECTED));
        };
    }
}
