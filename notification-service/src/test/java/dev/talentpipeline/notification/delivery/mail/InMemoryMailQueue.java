package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.notification.delivery.mail.Settlement.Postponed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A queue in a map, for tests on one thread. */
final class InMemoryMailQueue implements MailQueue {

    private record Row(ClaimedMail mail, Instant due, boolean claimed) {}

    private final Map<UUID, Row> rows = new LinkedHashMap<>();
    private final List<Settlement> settlements = new ArrayList<>();

    void add(UUID noticeId, String messageId, Instant due) {
        rows.put(noticeId, new Row(new ClaimedMail(noticeId, messageId, 0, null), due, false));
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
        return claimed.size();
    }

    @Override
    public int letGo(Instant now) {
        return 0;
    }

    @Override
    public Optional<ClaimedMail> claim(Instant now) {
        return rows.values().stream()
                .filter(row -> !row.claimed() && !row.due().isAfter(now))
                .findFirst()
                .map(row -> {
                    var mail = new ClaimedMail(
                            row.mail().noticeId(),
                            row.mail().messageId(),
                            row.mail().attempts() + 1,
                            row.mail().traceparent());
                    rows.put(mail.noticeId(), new Row(mail, row.due(), true));
                    return mail;
                });
    }

    @Override
    public void settle(Settlement settlement) {
        settlements.add(settlement);
        if (settlement instanceof Postponed(UUID id, Instant until, String reason)) {
            rows.computeIfPresent(id, (key, row) -> new Row(row.mail(), until, false));
        } else {
            rows.remove(settlement.noticeId());
        }
    }

    @Override
    public Optional<ClaimedMail> settleAndClaim(Settlement settlement, Instant now) {
        settle(settlement);
        return claim(now);
    }

    @Override
    public void awaitMails(Duration longest) {
        throw new AssertionError("Nothing waits in these tests.");
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
