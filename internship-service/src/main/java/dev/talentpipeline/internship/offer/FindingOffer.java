package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Between;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds offers for their parties: the student, the student's university, the internship's company; and for operations, who also see
 * rejected proposals. To anybody else there is no such offer.
 */
public final class FindingOffer {

    private static final String FOR_PARTIES = "Offers are listed for their parties and operations.";

    private final FindingBetween between;
    private final Offers offers;
    private final PossibleDecisions possible;
    private final Clock clock;

    FindingOffer(FindingBetween between, Offers offers, PossibleDecisions possible, Clock clock) {
        this.between = between;
        this.offers = offers;
        this.possible = possible;
        this.clock = clock;
    }

    /**
     * An offer with its history, oldest entry first.
     *
     * @param possible what whom it is told to could decide now
     */
    public record Told(Offer offer, List<Offer.Entry> history, List<DecisionKind> possible) {}

    public Told find(Caller caller, String id) {
        return told(caller, visible(caller, id));
    }

    Told told(Caller caller, Offer offer) {
        return told(caller, List.of(offer)).getFirst();
    }

    private List<Told> told(Caller caller, List<Offer> found) {
        var histories = offers.histories(found.stream().map(Offer::id).toList());
        var decisions = possible.of(caller, found);
        return found.stream()
                .map(offer -> new Told(
                        offer,
                        histories.getOrDefault(offer.id(), List.of()),
                        decisions.getOrDefault(offer.id(), List.of())))
                .toList();
    }

    /** What the parties wrote about a release, oldest first. Operations looks after the system and does not read letters. */
    public List<Letter> letters(Caller caller, String id) {
        Offer offer = visible(caller, id);
        if (Arrays.stream(Party.values()).noneMatch(party -> party.isActedBy(caller, offer))) {
            throw new Refusal.Forbidden("Letters are read by the parties to the offer only.").asException();
        }
        return offers.letters(offer.id());
    }

    /** The offer without its history. */
    public Offer visible(Caller caller, String id) {
        return Optional.ofNullable(Violations.id(id))
                .flatMap(offers::find)
                .filter(offer -> isVisible(caller, offer))
                .orElseThrow(() -> new Refusal.NotFound("offer", id).asException());
    }

    private static boolean isVisible(Caller caller, Offer offer) {
        if (caller.is(Role.OPERATIONS)) {
            return true;
        }
        boolean party = Arrays.stream(Party.values()).anyMatch(each -> each.isActedBy(caller, offer));
        return party && offer.status() != OfferStatus.REJECTED;
    }

    /**
     * Offers of a programme in the order of their ids.
     *
     * @param student id, or the caller's own student number
     * @param internship id, or the caller's own reference
     */
    public Page<Told> list(
            Caller caller,
            String programmeId,
            @Nullable String student,
            @Nullable String internship,
            @Nullable OfferStatus status,
            Page.Request request) {
        return between.find(caller, programmeId, student, internship, FOR_PARTIES)
                .map(asked -> offers.list(asked, status, caller.is(Role.OPERATIONS), request))
                .map(found -> told(caller, found))
                .orElseGet(() -> new Page<>(List.of(), null));
    }

    /**
     * Of the same offers those that are confirmed and have no agreement, for the university that could draft it; a school, and everybody else,
     * could draft none.
     */
    public Page<Told> withoutAgreement(
            Caller caller,
            String programmeId,
            @Nullable String student,
            @Nullable String internship,
            @Nullable OfferStatus status,
            Page.Request request) {
        return between.find(caller, programmeId, student, internship, FOR_PARTIES)
                .filter(asked -> asked.university() != null && caller.school() == null)
                .map(asked -> offers.withoutAgreement(asked, status, request))
                .map(found -> told(caller, found))
                .orElseGet(() -> new Page<>(List.of(), null));
    }

    /** Offers that the caller, a university or a school of one, could endorse or refuse now; what is due first comes first. */
    public Page<Told> awaitingEndorsement(Caller caller, String programmeId, Page.Request request) {
        String forWhom = "Endorsements are for universities and their schools.";
        Between asked = between.find(caller, programmeId, null, null, forWhom).orElseThrow();
        String university = asked.university();
        if (university == null) {
            throw new Refusal.Forbidden(forWhom).asException();
        }
        Page<Offer> found =
                offers.awaitingEndorsement(asked.programme(), university, caller.school(), clock.instant(), request);
        return told(caller, found);
    }

    private Page<Told> told(Caller caller, Page<Offer> found) {
        return new Page<>(told(caller, found.items()), found.next());
    }
}
