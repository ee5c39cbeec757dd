package dev.talentpipeline.stack.demo;

/**
 * How far loading has come.
 *
 * @param done of this step
 * @param total of this step
 */
public record LoadProgress(Step step, int done, int total) {

    /** The parts of the market in the order in which they are posted. */
    public enum Step {
        PROGRAMME,
        INTERNSHIPS,
        STUDENTS
    }
}
