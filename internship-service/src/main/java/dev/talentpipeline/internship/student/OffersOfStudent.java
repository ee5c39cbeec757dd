package dev.talentpipeline.internship.student;

/** What becomes of a student's offers when the student leaves. */
public interface OffersOfStudent {

    /** Rescinds the open ones, in the transaction that withdraws the student or their consent; what was accepted stays. */
    void studentWithdrew(Student student);
}
