package dev.talentpipeline.matching.engine.assignment;

import dev.talentpipeline.matching.engine.columns.Members;
import dev.talentpipeline.matching.engine.retrieval.CandidateSearch;
import dev.talentpipeline.matching.engine.retrieval.ChoiceSearch;

/**
 * What follows from one change, until the matching is stable again. Whoever is without a seat proposes on from where they were, and displaces
 * others who propose on in turn. A vacant seat goes to the student whom the internship would take first among those who would rather have it;
 * the seat that this one leaves is vacant next (Y. Blum, A. E. Roth and U. G. Rothblum, Vacancy Chains and Equilibration in Senior-Level Labor
 * Markets, 1997). The first keeps the best stable matching for the students; after the second a better one may exist.
 *
 * <p>Not safe for use by several threads.
 */
final class Chains {

    private final Admissions admissions;
    private final ChoiceSearch choices;
    private final CandidateSearch candidates;

    Chains(Admissions admissions, ChoiceSearch choices, CandidateSearch candidates) {
        this.admissions = admissions;
        this.choices = choices;
        this.candidates = candidates;
    }

    /** Refuses as many as there are too many, as if others whom it likes better had come: the best matching for students stays the best. */
    void refuseOverfull(int internship) {
        while (admissions.isOverfull(internship)) {
            int student = admissions.studentAt(internship, 0);
            long after = admissions.wishOf(student);
            admissions.release(student);
            propose(student, after, internship);
        }
    }

    /** Lets a student propose on after a choice, and whoever is displaced by it in turn. */
    void propose(int first, long after, int afterWhich) {
        int student = first;
        long standing = after;
        int last = afterWhich;
        while (choices.find(student, 1, standing, last, admissions) > 0) {
            int internship = choices.internshipAt(0);
            long wanted = choices.standingAt(0);
            int regard = choices.regardAt(0);
            int displaced = Members.NOBODY;
            if (!admissions.hasVacancy(internship)) {
                displaced = admissions.studentAt(internship, 0);
                standing = admissions.wishOf(displaced);
                last = internship;
            }
            admissions.propose(student, internship, wanted, regard);
            if (displaced == Members.NOBODY) {
                return;
            }
            student = displaced;
        }
    }

    /**
     * Fills vacant seats, and those that are left for them in turn; gives whether anybody came.
     *
     * @param best what the internship thinks at best of whoever would come
     */
    boolean fill(int internship, int best) {
        boolean came = false;
        int next = best;
        while (admissions.hasVacancy(internship)) {
            int student = candidates.find(internship, next);
            if (student == Members.NOBODY) {
                return came;
            }
            came = true;
            next = candidates.regard();
            move(student, internship);
        }
        return came;
    }

    /** Lets the student who was found move to a vacant seat, and whoever is found for the seat that is left in turn. */
    private void move(int first, int to) {
        int student = first;
        int vacant = to;
        while (student != Members.NOBODY) {
            int left = admissions.internshipOf(student);
            int best = 0;
            if (left != Members.NOBODY) {
                best = admissions.regardOfNext(left);
                admissions.release(student);
            }
            admissions.admit(student, vacant, candidates.wish(), candidates.regard());
            vacant = left;
            student = left == Members.NOBODY ? Members.NOBODY : candidates.find(left, best);
        }
    }
}
