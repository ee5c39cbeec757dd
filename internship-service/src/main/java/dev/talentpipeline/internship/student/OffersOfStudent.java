package dev.talentpipeline.internship.student;

import java.util.List;

/** What becomes of a student's offers when the student leaves. */
public interface OffersOfStudent {

    /**
     * Rescinds the open ones, in the transaction that withdraws the students or their consent; what was accepted stays. All students that leave in
     * a transaction are given at once, so that what their offers need is locked in its order.
     *
     * @param students whose people are locked
     */
    void studentsWithdrew(List<Student> students);
}
