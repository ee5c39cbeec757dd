package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.resource.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The imports of all organisations, and the rows of those that have not ended. */
public interface Imports {

    /** Has the organisation's other uploads wait until the running transaction ends. */
    void lock(String organisation);

    /** How many imports of the organisation are being read or committed, and how many wait to be committed. */
    UnderWay underWay(String organisation);

    record UnderWay(int working, int ready) {}

    void add(Import added);

    Optional<Import> find(UUID id);

    Optional<Import> lock(UUID id);

    /** Saves state, counts, findings, fault and version of a locked one. */
    void save(Import changed, Instant now);

    /** The organisation's imports into the programme, in the order of their ids. */
    Page<Import> list(String programme, String organisation, Page.Request request);

    /** Keeps rows of an import that is still being read, in a transaction of its own, and counts them; false once it is not. */
    boolean stage(UUID id, List<StagedRow> rows, Instant now);

    /** Rows after a line, in the order of the file. */
    List<StagedRow> rows(UUID id, int after, int most);

    /** Rows of one standing, or all, a page at a time; their ids are their lines. */
    Page<StagedRow> rows(UUID id, StagedRow.@Nullable Standing standing, boolean rollOnly, Page.Request request);

    /** Forgets the rows, to have the file read again. */
    void forgetRows(UUID id);

    /** Forgets the rows and the file of an import that has ended. */
    void forgetContent(UUID id);

    /** Marks a locked import as committed by this attempt. */
    void begin(UUID id, UUID attempt);

    /** Whether it is this attempt that commits the import. */
    boolean isAttempt(UUID id, UUID attempt);

    /** Tells everybody, outside of the running transaction, how far the attempt has come; false if it must stop. */
    boolean progress(UUID id, UUID attempt, int done, Instant now);

    /** Readies the running transaction for so many rows that what was right for its first ones would not do for its last. */
    void expectMany();

    /** Locks the import if this attempt is still the one that commits it. */
    Optional<Import> lockAttempt(UUID id, UUID attempt);

    /** Those that wait to be committed and expired, and those with which nothing was done for so long that whoever did it is gone. */
    List<UUID> astray(Instant now, Instant untouchedSince);
}
