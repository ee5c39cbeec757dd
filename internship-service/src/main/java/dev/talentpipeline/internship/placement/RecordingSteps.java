package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.offer.CommittedDays;
import dev.talentpipeline.internship.offer.Offers;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.person.OwnWord;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.placement.Entry.Content;
import dev.talentpipeline.internship.placement.PlacementDecision.Entered;
import dev.talentpipeline.internship.placement.PlacementDecision.Refused;
import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.reason.GivenReasons;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.ChinaTime;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.time.Instant;

/**
 * Parties enter into the record of a placement what happened, and answer what others entered; each entry is one transaction. Locks:
 * person, offer, placement.
 */
public final class RecordingSteps {

    private final FindingPlacement finding;
    private final People people;
    private final Offers offers;
    private final Placements placements;
    private final PlacementChanges changes;
    private final CommittedDays committed;
    private final GivenReasons reasons;
    private final Transactions transactions;
    private final Clock clock;

    RecordingSteps(
            FindingPlacement finding,
            People people,
            Offers offers,
            Placements placements,
            PlacementChanges changes,
            CommittedDays committed,
            GivenReasons reasons,
            Transactions transactions,
            Clock clock) {
        this.finding = finding;
        this.people = people;
        this.offers = offers;
        this.placements = placements;
        this.changes = changes;
        this.committed = committed;
        this.reasons = reasons;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Makes the entry, or refuses it naming what holds, who may and what to do. */
    public Placement enter(Caller caller, String id, PlacementCommand command) {
        return transactions.within(() -> {
            Placement found = finding.find(caller, id);
            Party by = FindingPlacement.party(caller, found)
                    .orElseThrow(() -> new Refusal.Forbidden("The record of a placement is kept by its own parties.")
                            .asException());
            refuseOthersWord(caller, command);
            checkReason(command);
            people.lockKnown(found.person());
            offers.lock(found.offer());
            Placement placement = placements.lock(found.id()).orElseThrow();
            Instant now = clock.instant();
            return switch (PlacementDecision.decide(placement, command, by, ChinaTime.dateOf(now))) {
                case Entered(Content content) ->
                    entered(placement, content, new Actor(by.name(), caller.subject()), now);
                case Refused(Refusal refusal) -> throw refusal.asException();
            };
        });
    }

    /** What was so, and what becomes of a job offer, the student says themselves; objecting may be done for them. */
    private static void refuseOthersWord(Caller caller, PlacementCommand command) {
        switch (command) {
            case PlacementCommand.RecordStep step ->
                OwnWord.refuseOthers(caller, step.step().name());
            case PlacementCommand.Confirm _ -> OwnWord.refuseOthers(caller, "CONFIRMED");
            case PlacementCommand.Dispute _, PlacementCommand.VoidStep _ -> {}
        }
    }

    private void checkReason(PlacementCommand command) {
        switch (command) {
            case PlacementCommand.RecordStep step -> {
                Act act = step.step().act();
                if (act != null) {
                    reasons.check(act, "reason", step.reason());
                }
            }
            case PlacementCommand.Dispute dispute -> reasons.check(Act.DISPUTE, "reason", dispute.reason());
            case PlacementCommand.VoidStep voiding -> reasons.check(Act.VOID, "reason", voiding.reason());
            case PlacementCommand.Confirm _ -> {}
        }
    }

    private Placement entered(Placement placement, Content content, Actor by, Instant now) {
        // Whoever takes an end back takes up again the days that came after it.
        if (content instanceof Content.Voided(int about, var _)
                && placement.endsWith(about)
                && !committed.fitAgain(placement.offer())) {
            throw PlacementRefusals.daysTaken(placement, about).asException();
        }
        return changes.enter(placement, content, by, now);
    }
}
