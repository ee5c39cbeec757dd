package dev.talentpipeline.console.student;

import dev.talentpipeline.console.api.Api;
import dev.talentpipeline.console.api.Catalogue;
import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Offer;
import dev.talentpipeline.console.api.Offers;
import dev.talentpipeline.console.api.Opening;
import dev.talentpipeline.console.api.Openings;
import dev.talentpipeline.console.api.Placement;
import dev.talentpipeline.console.api.Placements;
import dev.talentpipeline.console.api.Profile;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Prospects;
import dev.talentpipeline.console.api.Ranked;
import dev.talentpipeline.console.api.Reading;
import dev.talentpipeline.console.api.SkillGain;
import dev.talentpipeline.console.api.Together;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.page.Countdown;
import dev.talentpipeline.console.page.Form;
import dev.talentpipeline.console.student.Participations.Participation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What concerns a student today: the offer to answer, the internship that is agreed on, or why there is none yet. */
@Component
final class StudentHome {

    private static final int BEST = 5;
    private static final int GAINS = 3;

    private final Participations participations;
    private final Offers offers;
    private final Placements placements;
    private final Openings openings;
    private final Prospects prospects;
    private final Catalogue catalogue;
    private final StudentWords words;
    private final Clock clock;

    StudentHome(
            Participations participations,
            Offers offers,
            Placements placements,
            Openings openings,
            Prospects prospects,
            Catalogue catalogue,
            StudentWords words,
            Clock clock) {
        this.participations = participations;
        this.offers = offers;
        this.placements = placements;
        this.openings = openings;
        this.prospects = prospects;
        this.catalogue = catalogue;
        this.words = words;
        this.clock = clock;
    }

    /**
     * The student in one programme.
     *
     * @param market what it holds for them while they have no offer; null if they have one
     */
    record Part(
            Programme programme,
            Profile profile,
            Reading<List<OfferCard>> offers,
            Reading<Listing<Placement>> placements,
            @Nullable Market market) {

        /** The offer that counts now; null if there is none. */
        public @Nullable OfferCard current() {
            List<OfferCard> cards = offers.valueOrNull();
            return cards == null || cards.isEmpty() || !cards.getFirst().offer().isHolding() ? null : cards.getFirst();
        }

        public Outlook outlook(Instant now) {
            return Outlook.of(programme, now);
        }

        public List<OfferCard> earlier() {
            List<OfferCard> cards = offers.valueOrNull();
            return cards == null
                    ? List.of()
                    : cards.stream().filter(card -> !card.equals(current())).toList();
        }
    }

    /** What the matcher says to somebody without an offer. */
    record Market(Reading<Listing<Ranked>> best, Reading<Listing<SkillGain>> gains) {}

    /**
     * An offer and the internship it is for.
     *
     * @param choice the internship's place among the ranked choices as they are now; null if the student has not ranked it
     * @param countdown to the deadline of the student's answer; null where they owe none
     */
    record OfferCard(
            Offer offer,
            @Nullable Opening opening,
            @Nullable Integer choice,
            @Nullable Countdown countdown) {

        public boolean can(String answer) {
            return offer.can(answer);
        }
    }

    /** The page, with what was sent by one of its forms. */
    String page(Identity caller, Form form, Locale locale, Model model) {
        Reading<List<Part>> parts = participations.of(caller).map(all -> Together.each(all, one -> part(caller, one)));
        model.addAttribute("parts", parts);
        model.addAttribute("form", form);
        model.addAttribute("words", words.of(caller, locale));
        model.addAttribute("declining", catalogue.reasons(caller, "DECLINE"));
        model.addAttribute("releasing", catalogue.reasons(caller, "RELEASE"));
        model.addAttribute("decliningJob", catalogue.reasons(caller, "DECLINE_JOB"));
        model.addAttribute("disputing", catalogue.reasons(caller, "DISPUTE"));
        model.addAttribute("now", clock.instant());
        model.addAttribute("today", Beijing.today(clock));
        return "student/home";
    }

    private Part part(Identity caller, Participation participation) {
        String programme = participation.programme().id();
        String student = participation.profile().id();
        Reading<List<OfferCard>> cards = cards(caller, programme, participation.profile());
        Part part = new Part(
                participation.programme(),
                participation.profile(),
                cards,
                placements.of(caller, programme, null, Api.WHOLE_LIST, null),
                null);
        if (!cards.isLoaded() || part.current() != null) {
            return part;
        }
        Market market = new Market(
                prospects.ranking(caller, programme, student, BEST, null),
                prospects.skillGains(caller, programme, student, GAINS));
        return new Part(part.programme(), part.profile(), cards, part.placements(), market);
    }

    private Reading<List<OfferCard>> cards(Identity caller, String programme, Profile profile) {
        return offers.of(caller, programme, null, null).map(listing -> {
            Instant now = clock.instant();
            Map<String, Opening> named = openings.few(
                    caller,
                    programme,
                    listing.items().stream()
                            .map(Offer::internship)
                            .flatMap(Stream::ofNullable)
                            .toList());
            return listing.items().stream()
                    .map(offer -> card(offer, profile, named.get(Objects.toString(offer.internship(), "")), now))
                    .toList();
        });
    }

    private static OfferCard card(Offer offer, Profile profile, @Nullable Opening opening, Instant now) {
        Instant respondBy = offer.respondBy();
        int place = profile.choices().indexOf(Objects.toString(offer.internship(), ""));
        return new OfferCard(
                offer,
                opening,
                place < 0 ? null : place + 1,
                offer.can("ACCEPT") && respondBy != null ? Countdown.until(respondBy, now) : null);
    }
}
