package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.internship.CompanyStanding;
import dev.talentpipeline.internship.internship.Internships;
import dev.talentpipeline.internship.offer.Proposal.Versions;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ProgrammeState;
import java.time.Instant;
import java.util.Optional;

/**
 * What took the ground from an open offer: its clearing was recalled, its programme closed or its company suspended. From then on neither an
 * answer nor silence counts for it, whether or not a sweep has taken it back.
 *
 * @param versions those that the offer rests on once it is taken back
 * @param by who took the ground from it
 */
record LostGround(RescindReason reason, Versions versions, Actor by) {

    /** Takes the locked offer back; it is open. */
    Offer takeBack(Offer locked, OfferChanges changes, Instant now) {
        return changes.applyIfPossible(locked.restingOn(versions), new OfferCommand.Rescind(reason), by, now)
                .orElse(locked);
    }

    /** Finds it for offers that are locked and whose programmes are held. */
    static final class Finding {

        private final Recalls recalls;
        private final Internships internships;
        private final CurrentVersions versions;

        Finding(Recalls recalls, Internships internships, CurrentVersions versions) {
            this.recalls = recalls;
            this.internships = internships;
            this.versions = versions;
        }

        /** Empty if the offer has its ground, or is not open: what a student committed to stays. */
        Optional<LostGround> of(Offer locked, Programme programme) {
            if (!locked.status().isOpen()) {
                return Optional.empty();
            }
            Optional<Recall> recall =
                    recalls.find(programme.id(), locked.proposal().clearing());
            if (recall.isPresent()) {
                return recall.map(
                        each -> new LostGround(RescindReason.RECALLED, each.restingOn(versions.of(locked)), each.by()));
            }
            if (programme.state() == ProgrammeState.CLOSED) {
                return Optional.of(lost(locked, RescindReason.PROGRAMME_CLOSED));
            }
            return internships
                                    .find(locked.proposal().internship())
                                    .orElseThrow()
                                    .standing()
                            == CompanyStanding.SUSPENDED
                    ? Optional.of(lost(locked, RescindReason.COMPANY_SUSPENDED))
                    : Optional.empty();
        }

        private LostGround lost(Offer locked, RescindReason reason) {
            return new LostGround(reason, versions.of(locked), Actor.SYSTEM);
        }
    }
}
