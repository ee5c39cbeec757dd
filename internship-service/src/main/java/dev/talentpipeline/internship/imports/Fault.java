package dev.talentpipeline.internship.imports;

import org.jspecify.annotations.Nullable;

/**
 * Why a file as a whole, or a commit, is refused.
 *
 * @param type stable name of the problem, in kebab case
 * @param detail one sentence that says what holds
 * @param row of the file, counted from 1; null: no row in particular
 */
public record Fault(
        String type,
        String detail,
        @Nullable Integer row,
        @Nullable String value,
        String remedy) {

    /** This fault, thrown while a file is read. */
    UnusableFileException asException() {
        return new UnusableFileException(this);
    }
}
