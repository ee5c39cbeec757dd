package dev.talentpipeline.internship.programme;

/** Tells what became of a programme. */
public interface ProgrammeEvents {

    /** Tells it with the transaction that changed it. */
    void changed(Programme programme);
}
