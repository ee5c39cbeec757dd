package dev.talentpipeline.internship.offer;

import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;

/** One of those whom an offer concerns. */
public enum Party {
    STUDENT,
    COMPANY,
    /** The school of the student's university that the student belongs to: it only endorses, before the university does. */
    SCHOOL,
    /** The student's university, spoken for by its career centre. */
    UNIVERSITY;

    /** Whether the caller is this party of the offer; that it is the student's own school is looked at when it decides. */
    boolean isActedBy(Caller caller, Offer offer) {
        return switch (this) {
            case STUDENT -> caller.is(Role.STUDENT) && offer.person().toString().equals(caller.person());
            case COMPANY -> caller.is(Role.COMPANY, offer.company());
            case SCHOOL -> caller.is(Role.UNIVERSITY, offer.university()) && caller.school() != null;
            case UNIVERSITY -> caller.is(Role.UNIVERSITY, offer.university()) && caller.school() == null;
        };
    }
}
