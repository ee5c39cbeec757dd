package dev.talentpipeline.notification.inbox;

import org.jspecify.annotations.Nullable;

/**
 * A notice for which everything has arrived that is needed to put it into words.
 *
 * @param traceparent of the step by which its delivery goes on; null: of what the thread is doing
 */
public record ReleasedNotice(
        Notice notice, Opening opening, @Nullable String traceparent) {

    public ReleasedNotice(Notice notice, Opening opening) {
        this(notice, opening, null);
    }
}
