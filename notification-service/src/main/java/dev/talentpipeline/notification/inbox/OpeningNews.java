package dev.talentpipeline.notification.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of an opening, as its topic says it.
 *
 * @param approvers whose approval it waits for; one of them is enough
 * @param reason code of why it was not approved; null unless it was rejected
 */
public record OpeningNews(
        String programmeId,
        String internshipId,
        long version,
        OpeningReading reading,
        String company,
        List<String> approvers,
        @Nullable String reason) {

    public OpeningNews {
        approvers = List.copyOf(approvers);
    }
}
