package dev.talentpipeline.internship.offer;

import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.UUID;

/** One of those whom an offer concerns. */
public enum Party {
    STUDENT,
    COMPANY,
    /** The school of the student's university that the student belongs to: it only endorses, before the university does. */
    SCHOOL,
    /** The student's university, spoken for by its career centre. */
    UNIVERSITY;

    /** Whether the caller is this party of the offer; that it is the student's own school is looked at when it decides. */
    public boolean isActedBy(Caller caller, Offer offer) {
        return isActedBy(caller, offer.person(), offer.university(), offer.company());
    }

    /** Whether the caller is this party of what concerns the person, the university and the company. */
    public boolean isActedBy(Caller caller, UUID person, String university, String company) {
        return switch (this) {
            case STUDENT -> caller.is(Role.STUDENT) && person.toString().equals(caller.person());
            case COMPANY -> caller.is(Role.COMPANY, company);
            case SCHOOL -> caller.is(Role.UNIVERSITY, university) && caller.school() != null;
            case UNIVERSITY -> caller.is(Role.UNIVERSITY, university) && caller.school() == null;
        };
    }
}
