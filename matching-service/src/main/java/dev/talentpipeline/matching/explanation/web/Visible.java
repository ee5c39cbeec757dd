package dev.talentpipeline.matching.explanation.web;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Programme;
import dev.talentpipeline.matching.market.Student;
import org.springframework.http.HttpStatus;

/** Who may see what. What somebody may not see does not exist for them: both answer the same. */
final class Visible {

    private Visible() {}

    static boolean programme(Caller caller, Programme programme) {
        return isRunBy(caller, programme) || (programme.state() != Programme.State.DRAFT && admits(programme, caller));
    }

    private static boolean isRunBy(Caller caller, Programme programme) {
        return caller.is(Role.OPERATIONS)
                || (!caller.is(Role.STUDENT) && programme.owner().equals(caller.org()));
    }

    private static boolean admits(Programme programme, Caller caller) {
        String org = caller.org();
        return org != null
                && (((caller.is(Role.UNIVERSITY) || caller.is(Role.STUDENT)) && programme.admitsUniversity(org))
                        || (caller.is(Role.COMPANY) && programme.admitsCompany(org)));
    }

    static boolean student(Caller caller, Student student) {
        return caller.is(Role.OPERATIONS)
                || caller.is(Role.UNIVERSITY, student.university())
                || (caller.is(Role.STUDENT) && student.personId().equals(caller.person()));
    }

    static boolean internship(Caller caller, Internship internship) {
        return caller.is(Role.OPERATIONS) || caller.is(Role.COMPANY, internship.company());
    }

    static ProblemException none(String what, String id) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no %s (%s) here.".formatted(what, id))
                .remedy("Send the id that its list gives: a student number, or a reference of your own, is none.")
                .asException();
    }
}
