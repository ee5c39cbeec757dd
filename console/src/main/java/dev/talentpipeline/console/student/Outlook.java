package dev.talentpipeline.console.student;

import dev.talentpipeline.console.api.Programme;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a running programme matches somebody next.
 *
 * @param said key of the sentence, which takes the time
 * @param at null where there is none to name
 */
record Outlook(String said, @Nullable Instant at) {

    static Outlook of(Programme programme, Instant now) {
        Instant opens = programme.opensAt();
        Instant closes = programme.closesAt();
        if (closes != null && !now.isBefore(closes)) {
            return new Outlook("market.over", closes);
        }
        if (programme.isInRounds()) {
            Instant round = programme.roundAfter(now);
            return round == null ? new Outlook("market.noRound", null) : new Outlook("market.round", round);
        }
        return opens != null && now.isBefore(opens)
                ? new Outlook("market.opens", opens)
                : new Outlook("market.waiting", null);
    }
}
