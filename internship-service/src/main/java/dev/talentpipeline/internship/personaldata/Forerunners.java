package dev.talentpipeline.internship.personaldata;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is held of somebody from before they are a person, such as an entry of a roll: under an id of its own, which stays when a person comes to
 * stand behind it. A backup may be from before that, so an erasure is told under these ids as well, and {@link PersonalData#erase} takes them.
 */
public interface Forerunners {

    /** The ids under which something of the person was held before they were one, and is not erased yet. */
    List<UUID> of(UUID person);

    /** What is held under the id; empty if nothing is, or if it was erased. */
    Optional<Held> find(UUID id);

    /** Locks what is held under the id as long as nobody is behind it; false if somebody is by now, or if it was erased. */
    boolean lockAlone(UUID id);

    /**
     * Something that is held.
     *
     * @param person who is behind it by now; null: nobody
     */
    record Held(@Nullable UUID person) {}
}
