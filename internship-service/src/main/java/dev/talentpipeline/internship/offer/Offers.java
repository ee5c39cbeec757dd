package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.resource.Between;
import dev.talentpipeline.internship.resource.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The offers of all programmes. */
public interface Offers {

    Optional<Offer> find(UUID id);

    /** Locks the offer and gives its newest state. */
    Optional<Offer> lock(UUID id);

    void add(Offer offer, Actor by);

    /** Keeps the offer's new version, what it did where it left the state as it was, and who brought it about. */
    void save(Offer offer, Offer.Note note, Actor by);

    /** Keeps what is asked for in the way of a release, and the step that led there. */
    void save(Offer offer, ReleaseRequest.Taken taken, Actor by, Instant at);

    /** Every offer that was ever made to the person, in any programme; rejected proposals are none. */
    List<Offer> madeTo(UUID person);

    /** Open offers of the internship. */
    List<Offer> openOf(UUID internship);

    int committedOf(UUID internship);

    /** The days that the offer was made for, even if they ended earlier. */
    Commitment commitment(UUID id);

    /** Offers whose deadline has come, some of them; not those whose default waits for their programme to run. */
    List<Offer> due(Instant now);

    /** Offers for whose answer something is to be done, some of them. */
    List<Offer> toBeReminded(Instant now);

    /** Open offers of closed programmes, some of them. */
    List<Offer> openInClosedProgrammes();

    void add(UUID offer, Letter letter);

    /** The letters about a release of the offer, oldest first. */
    List<Letter> letters(UUID offer);

    /** Open offers of the company, some of them. */
    List<Offer> openOfCompany(String company, int most);

    /** Accepted offers of the company, of students of the university if one is given, in the order of their ids. */
    List<Offer> committedOfCompany(String company, @Nullable String university, int most);

    /** What each of the offers went through, oldest entry first. */
    Map<UUID, List<Offer.Entry>> histories(Collection<UUID> ids);

    /**
     * Offers of the university's students whose endorsement the university, or the school of it, can give now: what is due first comes first, and
     * the request goes on after a {@link dev.talentpipeline.internship.resource.DuePlace}.
     *
     * @param school null: the university as a whole, which also endorses in the place of the school of whoever belongs to none
     */
    Page<Offer> awaitingEndorsement(
            String programme, String university, @Nullable String school, Instant now, Page.Request request);

    /** Offers in the order of their ids. */
    Page<Offer> list(Between asked, @Nullable OfferStatus status, boolean withRejected, Page.Request request);

    /** Confirmed offers that have no agreement, in the order of their ids. */
    Page<Offer> withoutAgreement(Between asked, @Nullable OfferStatus status, Page.Request request);
}
