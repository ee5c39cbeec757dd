package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.resource.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The students of all programmes. */
public interface Students {

    Optional<Student> find(UUID id);

    Optional<Student> find(String programme, String university, String number);

    Optional<Student> ofPerson(String programme, UUID person);

    /** The person as a student of every programme, withdrawn or not. */
    List<Student> ofPerson(UUID person);

    /** Those of the people that are students of the programme, withdrawn or not, by person. */
    Map<UUID, Student> ofPeople(String programme, Collection<UUID> people);

    void add(Student student);

    void addAll(List<Student> all);

    void save(Student student);

    void saveAll(List<Student> all);

    /** Those of the ids that are no student of the programme. */
    Set<UUID> strangers(String programme, Collection<UUID> ids);

    Page<Student> list(Filter filter, Page.Request request);

    /**
     * Which students are asked for; what is null does not narrow.
     *
     * @param university whose students
     * @param person who they are
     */
    record Filter(
            String programme,
            @Nullable String university,
            @Nullable UUID person,
            Asked asked) {}

    /**
     * What they have to be like; what is null does not narrow.
     *
     * @param ids one of these
     * @param name a part of it, in capitals or not
     * @param major a part of it, in capitals or not
     * @param skill that they say they have, at whatever level
     */
    record Asked(
            @Nullable List<UUID> ids,
            @Nullable String number,
            @Nullable String name,
            @Nullable StudentState state,
            @Nullable Standing standing,
            @Nullable Consent consent,
            @Nullable String school,
            @Nullable String major,
            @Nullable Degree degree,
            @Nullable String skill) {

        /** Whether it takes what only their university knows of them. */
        boolean names() {
            return number != null || name != null;
        }
    }

    /** How far somebody has come in a programme. */
    enum Standing {
        /** With an accepted offer. */
        MATCHED,
        /** With an offer that somebody has to answer. */
        WAITING,
        UNMATCHED,
        /** To be matched, without an accepted offer; one may wait for an answer. */
        IN_MARKET,
        /** Without an accepted offer, and not to be matched: paused, without consent, or the programme does not run. */
        OUT_OF_MARKET
    }

    /** Whether somebody may be matched as far as it is for them to say. */
    enum Consent {
        GIVEN,
        /** The university has recorded one that waits for the student's own word. */
        AWAITED,
        NONE
    }
}
