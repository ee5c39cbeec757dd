package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.notification.inbox.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Digests in lists, for tests. */
final class InMemoryDigests implements Digests {

    record Entry(Notice notice, Instant dueAt) {}

    private final List<Entry> waiting = new ArrayList<>();
    private final Map<UUID, List<UUID>> bundled = new HashMap<>();

    List<Entry> waiting() {
        return waiting;
    }

    @Override
    public void add(Notice notice, Instant dueAt) {
        waiting.add(new Entry(notice, dueAt));
    }

    @Override
    public List<String> due(Instant now, int most) {
        return waiting.stream()
                .filter(entry -> !entry.dueAt().isAfter(now))
                .map(entry -> entry.notice().personId())
                .distinct()
                .limit(most)
                .toList();
    }

    @Override
    public int bundle(Notice digest, Instant now) {
        List<Entry> own = waiting.stream()
                .filter(entry -> entry.notice().personId().equals(digest.personId()))
                .toList();
        waiting.removeAll(own);
        bundled.put(digest.id(), own.stream().map(entry -> entry.notice().id()).toList());
        return own.size();
    }

    @Override
    public List<UUID> entriesOf(UUID digest) {
        return bundled.getOrDefault(digest, List.of());
    }
}
