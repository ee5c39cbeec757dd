package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.resource.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rolls of all universities. Their rows are locked after those of the people behind them. */
public interface RollEntries {

    Optional<RollEntry> find(UUID id);

    Optional<RollEntry> find(String university, String number);

    /** The entry of the person. */
    Optional<RollEntry> ofPerson(UUID person);

    /**
     * The entries of everybody who is reached there: who has said where they are reached, by that alone.
     *
     * @param email without regard to case
     * @param most so many at most: an address is few people's
     */
    List<RollEntry> reachedAt(String email, int most);

    /** The entries of those of the numbers that are on the roll. */
    List<RollEntry> ofNumbers(String university, Collection<String> numbers);

    /** The same, each locked, in one order for everybody. */
    List<RollEntry> lockAll(String university, Collection<String> numbers);

    /**
     * Adds those whose numbers are not on the roll. One that others add at this moment is waited for and left out.
     *
     * @return those that were added
     */
    List<RollEntry> addAll(List<RollEntry> all);

    void saveAll(List<RollEntry> all);

    /** Removes the entry, which is locked, and its links. */
    void remove(UUID entry);

    /** Notes that these were asked to claim their entries. */
    void asked(Collection<UUID> all, Instant at);

    /** In the order of their numbers. */
    Page<RollEntry> list(Filter filter, Page.Request request);

    /**
     * Which entries are asked for; what is null does not narrow.
     *
     * @param name a part of it, in capitals or not
     */
    record Filter(
            String university,
            @Nullable String school,
            @Nullable String number,
            @Nullable String name,
            @Nullable Boolean claimed,
            @Nullable At at) {

        /** The same of another school. */
        Filter ofSchool(@Nullable String other) {
            return new Filter(university, other, number, name, claimed, at);
        }
    }

    /**
     * Where somebody has come furthest.
     *
     * @param programme null: in any
     */
    record At(RollStanding.Step step, @Nullable String programme) {}
}
