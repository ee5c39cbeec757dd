package dev.talentpipeline.notification.webhook;

import dev.talentpipeline.notification.webhook.Outgoing.Full;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The requests of this process that are under way, counted by organisation and by host, so that neither takes all places: an organisation with many targets
 * that hang, and a host that many organisations use, leave the others room. Safe for many threads.
 */
final class UnderWay {

    private final int mostOfOrganisation;
    private final int mostOfHost;
    private final Map<String, Integer> ofOrganisations = new HashMap<>();
    private final Map<String, Integer> ofHosts = new HashMap<>();

    /** @param mostAtOnce of all; an eighth of that may be one organisation's, and half of it go to one host */
    UnderWay(int mostAtOnce) {
        this.mostOfOrganisation = Math.max(1, mostAtOnce / 8);
        this.mostOfHost = Math.max(1, mostAtOnce / 2);
    }

    synchronized Full full() {
        return new Full(atLeast(ofOrganisations, mostOfOrganisation), atLeast(ofHosts, mostOfHost));
    }

    synchronized void begin(Claim claim) {
        ofOrganisations.merge(claim.organisation(), 1, Integer::sum);
        ofHosts.merge(host(claim), 1, Integer::sum);
    }

    synchronized void end(Claim claim) {
        ofOrganisations.computeIfPresent(claim.organisation(), (_, count) -> count == 1 ? null : count - 1);
        ofHosts.computeIfPresent(host(claim), (_, count) -> count == 1 ? null : count - 1);
    }

    private static Set<String> atLeast(Map<String, Integer> counts, int most) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() >= most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String host(Claim claim) {
        return claim.url().getHost().toLowerCase(Locale.ROOT);
    }
}
