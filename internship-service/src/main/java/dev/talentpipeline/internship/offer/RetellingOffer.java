package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.reconciliation.Retelling;
import java.time.Clock;
import java.util.Optional;

/** Tells an offer anew, above what a lost database told of it. */
record RetellingOffer(String topic, Offers offers, People people, OfferEvents events, Clock clock)
        implements Retelling {

    @Override
    public Optional<Long> versionOf(String key) {
        return find(key).map(Offer::version);
    }

    private Optional<Offer> find(String key) {
        return Retelling.id(key).flatMap(offers::find);
    }

    @Override
    public long retell(String key, long above) {
        people.lock(find(key).orElseThrow().person());
        Offer locked = Retelling.id(key).flatMap(offers::lock).orElseThrow();
        Offer told = locked.toldAs(Retelling.above(locked.version(), above), clock.instant());
        offers.save(told, Offer.Note.NONE, Actor.SYSTEM);
        events.changed(told);
        return told.version();
    }
}
