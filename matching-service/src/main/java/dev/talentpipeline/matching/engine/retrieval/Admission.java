package dev.talentpipeline.matching.engine.retrieval;

/** Says which internships are worth asking. */
@FunctionalInterface
public interface Admission {

    /** Everybody may be asked. */
    Admission ANY = (internship, student, regard) -> true;

    /** Whoever an internship regards worse than this it would surely refuse; by default nobody is. */
    default int regardLimit(int internship) {
        return Integer.MAX_VALUE;
    }

    /**
     * Whether the internship would take the student as it stands.
     *
     * @param regard what it thinks of the student
     */
    boolean wouldTake(int internship, int student, int regard);
}
