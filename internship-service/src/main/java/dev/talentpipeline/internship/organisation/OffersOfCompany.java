package dev.talentpipeline.internship.organisation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of a company's offers when it is suspended. */
public interface OffersOfCompany {

    /** Takes some of its open offers back, in a transaction of its own; says whether there may be more. */
    boolean rescindSome(String company);

    /**
     * Offers that were accepted, which nothing here takes back.
     *
     * @param university only those of its students; null: all
     */
    List<Committed> committed(String company, @Nullable String university, int most);

    /** An offer that was accepted. */
    record Committed(UUID offer, String programme, UUID internship, UUID student, String state) {}
}
