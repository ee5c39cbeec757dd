package dev.talentpipeline.internship.joint;

import dev.talentpipeline.internship.resource.Page;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Projects and courses of all joint programmes, and who takes part in them. */
public interface JointRecords {

    Optional<JointRecord> find(String programme, String id);

    /** Locks the record and gives its newest content. */
    Optional<JointRecord> lock(String programme, String id);

    /** Adds the record; false if its id is taken. */
    boolean add(JointRecord record);

    void save(JointRecord record);

    void remove(JointRecord record);

    Page<JointRecord> list(
            String programme, JointRecord.@Nullable Kind kind, @Nullable UUID internship, Page.Request request);

    int participants(JointRecord record);

    /** Notes that the student takes part, or what is new about it. */
    void note(JointRecord record, Participation participation);

    /** Forgets that the student took part; says whether they did. */
    boolean forget(JointRecord record, UUID student);

    /** Who takes part, of one university or, if null, of all. */
    Page<Participation> participations(JointRecord record, @Nullable String university, Page.Request request);
}
