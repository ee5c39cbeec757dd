package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.reconciliation.FirstVersions;
import java.util.UUID;

/**
 * What proposals are about that a lost database told and this one does not know.
 *
 * @param programmes topic of that name, as are the others
 */
record LostEntities(FirstVersions versions, String programmes, String students, String internships, String offers) {

    /** The version with which the offer of the proposal begins. */
    long firstVersion(Proposal proposal) {
        return versions.of(offers, key(proposal, proposal.id()));
    }

    /** Whether the proposal is about one of them. */
    boolean concern(Proposal proposal) {
        return versions.of(programmes, proposal.programme()) > 1
                || versions.of(students, key(proposal, proposal.student())) > 1
                || versions.of(internships, key(proposal, proposal.internship())) > 1;
    }

    private static String key(Proposal proposal, UUID id) {
        return proposal.programme() + "/" + id;
    }
}
