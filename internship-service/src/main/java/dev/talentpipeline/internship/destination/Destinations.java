package dev.talentpipeline.internship.destination;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.resource.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The destinations of all graduates. They are changed under the lock of the graduate's entry on the roll. */
public interface Destinations {

    /** Everything that was ever recorded of the graduate, newest first. */
    List<Destination> of(UUID graduate);

    /** The one that holds. */
    default Optional<Destination> currentOf(UUID graduate) {
        return of(graduate).stream().filter(each -> each.ended() == null).findFirst();
    }

    /** Whether it is the number of an internship agreement of the university. */
    boolean isInternshipAgreement(String university, String reference);

    /** The placements whose employment agreement all have signed and that are nobody's destination, in the order of the signatures. */
    List<UUID> agreedAndNotRecorded();

    void add(Destination destination);

    void verify(UUID destination, Destination.Verified verified);

    void end(UUID destination, Destination.Ended end);

    /** Those on a roll in the order of their numbers, each with the destination that holds. */
    Page<Graduate> list(Filter filter, Page.Request request);

    /** Somebody on the roll, and where they go, if that is known. */
    record Graduate(
            UUID entry,
            String number,
            String name,
            @Nullable String school,
            @Nullable String schoolZh,
            @Nullable String major,
            @Nullable String majorCode,
            @Nullable Degree degree,
            @Nullable LocalDate graduatesOn,
            @Nullable Destination destination) {}

    /**
     * Which graduates are asked for; what is null does not narrow.
     *
     * @param number the student number, whole
     * @param name what their name has in it
     * @param known whether a destination holds
     * @param from the first day of graduation
     * @param until the last one
     */
    record Filter(
            String university,
            @Nullable String school,
            @Nullable String number,
            @Nullable String name,
            @Nullable Boolean known,
            @Nullable CountsAs countsAs,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}
}
