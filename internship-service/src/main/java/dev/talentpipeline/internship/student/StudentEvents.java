package dev.talentpipeline.internship.student;

import java.util.List;

/** Tells what became of a student. */
public interface StudentEvents {

    /** Tells it with the transaction that changed it. */
    void changed(Student student);

    /** The same for many students, with fewer statements. */
    void changedAll(List<Student> students);
}
