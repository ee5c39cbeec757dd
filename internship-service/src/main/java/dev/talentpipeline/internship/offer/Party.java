package dev.talentpipeline.internship.offer;

import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;

/** One of those whom an offer concerns. */
public enum Party {
    STUDENT,
    COMPANY,
    UNIVERSITY;

    /** Whether the caller is this party of the offer. */
    boolean isActedBy(Caller caller, Offer offer) {
        return switch (this) {
            case STUDENT -> caller.is(Role.STUDENT) && offer.person().toString().equals(caller.person());
            case COMPANY -> caller.is(Role.COMPANY, offer.company());
            case UNIVERSITY -> caller.is(Role.UNIVERSITY, offer.university());
        };
    }
}
