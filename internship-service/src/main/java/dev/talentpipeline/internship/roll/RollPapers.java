package dev.talentpipeline.internship.roll;

import java.util.UUID;

/** What was recorded of those on a roll, such as where they go. It is read and removed under the lock of the entry. */
public interface RollPapers {

    /** Whether something that holds is recorded of the entry. */
    boolean hold(UUID entry);

    /** Removes what does not hold any more, together with the entry; how many papers. */
    int remove(UUID entry);
}
