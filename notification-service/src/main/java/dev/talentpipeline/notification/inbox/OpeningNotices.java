package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.notification.contact.Desk;
import java.util.List;
import java.util.Optional;

/** What desks are told of an opening that has to be approved before it is seen: those who approve that it waits, its company what they decided. */
final class OpeningNotices {

    private static final OpeningReading UNKNOWN = new OpeningReading(OpeningApproval.UNKNOWN, false);

    private OpeningNotices() {}

    /** What a desk is told. */
    record Told(String desk, NoticeKind kind) {}

    static List<Told> calledForBy(OpeningNews news, Optional<OpeningReading> before) {
        OpeningReading last = before.orElse(UNKNOWN);
        if (news.reading().isToApproveAfter(last)) {
            return news.approvers().stream()
                    .distinct()
                    .map(approver -> new Told(Desk.of(approver), NoticeKind.OPENING_TO_APPROVE))
                    .toList();
        }
        if (news.reading().isApprovedAfter(last)) {
            return List.of(new Told(Desk.of(news.company()), NoticeKind.OPENING_APPROVED));
        }
        return news.reading().isRejectedAfter(last)
                ? List.of(new Told(Desk.of(news.company()), NoticeKind.OPENING_REJECTED))
                : List.of();
    }
}
