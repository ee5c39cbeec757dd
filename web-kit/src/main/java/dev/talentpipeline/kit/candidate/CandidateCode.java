package dev.talentpipeline.kit.candidate;

import java.util.Locale;

/**
 * By what a company knows a student who has not said who they are: the same on pages and in letters. It follows from the random id that the student has in the
 * programme, and so tells nothing of them.
 */
public final class CandidateCode {

    private static final int LENGTH = 4;

    private CandidateCode() {}

    public static String of(String student) {
        return student.substring(0, Math.min(LENGTH, student.length())).toUpperCase(Locale.ROOT);
    }
}
