package dev.talentpipeline.notification.inbox;

import dev.talentpipeline.notification.inbox.Facts.ScorePart;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** News of one offer in the programme "spring". */
public final class OfferNewsFixture {

    public static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    public static final Facts FACTS = new Facts(
            LocalDate.of(2027, 3, 1),
            LocalDate.of(2027, 8, 29),
            Instant.parse("2026-11-27T10:00:00Z"),
            null,
            List.of(new ScorePart("skills", 1.0, 3), new ScorePart("location", 0.8, 1), new ScorePart("dates", 1, 0)),
            List.of("machine-learning", "python"));

    public static final Opening OPENING =
            new Opening("Spring 2027", "Large-model training intern", "Xingchen AI", 4000);

    private OfferNewsFixture() {}

    public static OfferNews offer(String offerId, long version, OfferState state) {
        return new OfferNews("spring", offerId, version, state, "li-lei", "opening", FACTS);
    }

    /** The notice that the news of an extended offer calls for. */
    public static Notice notice(OfferNews news) {
        return notice(NoticeKind.OFFER_MADE, news);
    }

    public static Notice notice(NoticeKind kind, OfferNews news) {
        return Notice.of(kind, news, NOW);
    }

    /** A released notice of the kind about version 2 of the offer "offer-1". */
    public static ReleasedNotice released(NoticeKind kind) {
        return released(kind, FACTS);
    }

    public static ReleasedNotice released(NoticeKind kind, Facts facts) {
        var news = new OfferNews("spring", "offer-1", 2, OfferState.EXTENDED, "li-lei", "opening", facts);
        return new ReleasedNotice(Notice.of(kind, news, NOW), OPENING);
    }
}
