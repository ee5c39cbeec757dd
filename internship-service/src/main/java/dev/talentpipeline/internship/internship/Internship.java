package dev.talentpipeline.internship.internship;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An opening posted by a company into a programme.
 *
 * @param id random, without meaning
 * @param reference the company's own name for it, unique in the programme for that company
 * @param version grows by 1 with every change of state, its reason, or the opening
 * @param hindrance why it is not open; null if it is
 * @param taken seats bound by active offers, from 0 to the opening's seats
 * @param committed seats bound by accepted offers, from 0 to those taken
 * @param closesAt the end of its last day; null: as long as the programme
 * @param standing its company's, as it was when this was read
 */
public record Internship(
        UUID id,
        String programme,
        String company,
        String reference,
        long version,
        @Nullable Hindrance hindrance,
        int taken,
        int committed,
        Opening opening,
        @Nullable Instant closesAt,
        Approval approval,
        CompanyStanding standing,
        Instant changedAt) {

    /** A new one, open unless something keeps it from being so. */
    static Internship created(
            UUID id,
            String programme,
            String company,
            String reference,
            Opening opening,
            ListingRules rules,
            CompanyStanding standing,
            Instant now) {
        Approval approval = rules.approvalAsked() ? Approval.AWAITED : Approval.NOT_ASKED;
        return new Internship(id, programme, company, reference, 0, null, 0, 0, opening, null, approval, standing, now)
                .next(false, opening, approval, rules, now);
    }

    public InternshipState state() {
        return hindrance == null ? InternshipState.OPEN : hindrance.state();
    }

    /**
     * This internship as its company posts it now, which also puts a withdrawn one back; one version on unless nothing differs. What others
     * have approved is not the company's to change: a different opening needs their approval anew.
     */
    Internship posted(Opening toOpening, ListingRules rules, CompanyStanding held, Instant now) {
        Approval toApproval = toOpening.isPublishedLike(opening)
                ? approval
                : rules.approvalAsked() ? Approval.AWAITED : Approval.NOT_ASKED;
        return of(held).become(false, toOpening, toApproval, rules, now);
    }

    Internship withdrawn(ListingRules rules, Instant now) {
        return become(true, opening, approval, rules, now);
    }

    /** This internship with another number of seats. */
    Internship seating(int seats, ListingRules rules, Instant now) {
        return become(hindrance == Hindrance.WITHDRAWN, opening.withSeats(seats), approval, rules, now);
    }

    /** This internship after those who approve openings have decided. */
    Internship decided(Approval decision, ListingRules rules, Instant now) {
        return become(false, opening, decision, rules, now);
    }

    /** This internship as it must be by what holds now; itself if that is how it is. */
    Internship settled(ListingRules rules, Instant now) {
        return become(hindrance == Hindrance.WITHDRAWN, opening, approval, rules, now);
    }

    private Internship become(
            boolean withdrawn, Opening toOpening, Approval toApproval, ListingRules rules, Instant now) {
        Internship next = next(withdrawn, toOpening, toApproval, rules, now);
        boolean same = next.hindrance == hindrance
                && next.opening.equals(opening)
                && next.approval.equals(approval)
                && Objects.equals(next.closesAt, closesAt);
        return same ? this : next;
    }

    private Internship next(
            boolean withdrawn, Opening toOpening, Approval toApproval, ListingRules rules, Instant now) {
        Instant toClosesAt = toOpening.closesAt(rules.zone());
        Hindrance toHindrance = Hindrance.of(new Hindrance.Facts(
                withdrawn,
                toApproval,
                rules.approvalAsked(),
                standing,
                toClosesAt != null && !now.isBefore(toClosesAt),
                committed >= toOpening.seats()));
        return new Internship(
                id,
                programme,
                company,
                reference,
                version + 1,
                toHindrance,
                taken,
                committed,
                toOpening,
                toClosesAt,
                toApproval,
                standing,
                now);
    }

    /** The same internship under a version that tells it anew. */
    Internship toldAs(long told, Instant now) {
        return new Internship(
                id, programme, company, reference, told, hindrance, taken, committed, opening, closesAt, approval,
                standing, now);
    }

    /** The same internship of a company that stands so. */
    private Internship of(CompanyStanding held) {
        return new Internship(
                id, programme, company, reference, version, hindrance, taken, committed, opening, closesAt, approval,
                held, changedAt);
    }

    public boolean hasFreeSeat() {
        return taken < opening.seats();
    }

    /** Whether it takes somebody new: open, and its company's standing has not changed since it was so. */
    public boolean takesNew() {
        return hindrance == null && standing == CompanyStanding.VERIFIED;
    }
}
