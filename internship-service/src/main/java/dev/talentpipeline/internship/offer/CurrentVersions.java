package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.offer.Proposal.Versions;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.internship.student.Students;

/** Which versions of programme, student and internship hold now. */
final class CurrentVersions {

    private final Programmes programmes;
    private final Students students;
    private final Internships internships;

    CurrentVersions(Programmes programmes, Students students, Internships internships) {
        this.programmes = programmes;
        this.students = students;
        this.internships = internships;
    }

    Versions of(Offer offer) {
        Proposal proposal = offer.proposal();
        return new Versions(
                programmes.find(proposal.programme()).orElseThrow().version(),
                students.find(proposal.student()).orElseThrow().version(),
                internships.find(proposal.internship()).orElseThrow().version());
    }
}
