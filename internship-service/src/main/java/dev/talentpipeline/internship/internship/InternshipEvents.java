package dev.talentpipeline.internship.internship;

/** Tells what became of an internship. */
public interface InternshipEvents {

    /** Tells it with the transaction that changed it. */
    void changed(Internship internship);
}
