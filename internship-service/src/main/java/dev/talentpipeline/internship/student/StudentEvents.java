package dev.talentpipeline.internship.student;

/** Tells what became of a student. */
public interface StudentEvents {

    /** Tells it with the transaction that changed it. */
    void changed(Student student);
}
