package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.notification.delivery.mail.Settlement.Postponed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A queue in a map, used by one thread at a time. */
final class InMemoryMailQueue implements MailQueue {

    private record Row(ClaimedMail mail, Instant due, boolean claimed) {}

    private final Map<UUID, Row> rows = new LinkedHashMap<>();
    private final List<Settlement> settlements = new ArrayList<>();
    private boolean paused;

    void pause(boolean whether) {
        paused = whether;
    }

    /** Mails that are neither settled nor claimed. */
    Map<UUID, Integer> attemptsOfReady() {
        Map<UUID, Integer> attempts = new LinkedHashMap<>();
        rows.values().stream()
                .filter(row -> !row.claimed())
                .forEach(row -> attempts.put(row.mail().noticeId(), row.mail().attempts()));
        return attempts;
    }

    void add(UUID noticeId, String messageId, Instant due) {
        add(noticeId, messageId, due, true);
    }

    void add(UUID noticeId, String messageId, Instant due, boolean urgent) {
        rows.put(noticeId, new Row(new ClaimedMail(noticeId, messageId, 0, urgent, due, null), due, false));
    }

    List<Settlement> settlements() {
        return settlements;
    }

    @Override
    public boolean lead() {
        return true;
    }

    @Override
    public int takeBack() {
        var claimed = rows.values().stream().filter(Row::claimed).toList();
        claimed.forEach(row -> rows.put(row.mail().noticeId(), new Row(row.mail(), row.due(), false)));
        return Math.min(claimed.size(), 1);
    }

    @Override
    public int letGo(Instant now) {
        return 0;
    }

    @Override
    public List<ClaimedMail> claim(Instant now, int most) {
        return rows.values().stream()
                .filter(row -> !row.claimed() && !row.due().isAfter(now))
                .limit(most)
                .map(row -> attempted(row.mail(), 1))
                .toList()
                .stream()
                .peek(mail -> rows.computeIfPresent(mail.noticeId(), (key, row) -> new Row(mail, row.due(), true)))
                .toList();
    }

    @Override
    public boolean settle(Settlement settlement) {
        settlements.add(settlement);
        if (settlement instanceof Postponed(UUID id, Instant until, String reason)) {
            rows.computeIfPresent(id, (key, row) -> new Row(row.mail(), until, false));
        } else {
            rows.remove(settlement.noticeId());
        }
        return !paused;
    }

    @Override
    public void giveBack(Collection<UUID> notices) {
        notices.forEach(id ->
                rows.computeIfPresent(id, (key, row) -> new Row(attempted(row.mail(), -1), row.due(), false)));
    }

    private static ClaimedMail attempted(ClaimedMail mail, int more) {
        return new ClaimedMail(
                mail.noticeId(),
                mail.messageId(),
                mail.attempts() + more,
                mail.urgent(),
                mail.dueSince(),
                mail.traceparent());
    }

    @Override
    public boolean awaitMails(Duration longest) {
        throw new AssertionError("Nothing waits in these tests.");
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
