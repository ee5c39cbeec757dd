package dev.talentpipeline.internship.transaction;

/** Has something done once the running transaction, with all that it is a part of, has ended; at once where none runs. */
public interface AfterCommit {

    /**
     * Registers what follows.
     *
     * @param committed runs after the commit, and must not throw
     * @param undone runs instead where there was none
     */
    void then(Runnable committed, Runnable undone);
}
