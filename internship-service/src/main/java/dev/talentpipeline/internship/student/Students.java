package dev.talentpipeline.internship.student;

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

    /** Which students are asked for; what is null does not narrow. */
    record Filter(
            String programme,
            @Nullable String university,
            @Nullable UUID person,
            @Nullable String number,
            @Nullable StudentState state) {}
}
