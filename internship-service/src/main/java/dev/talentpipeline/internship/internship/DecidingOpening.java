package dev.talentpipeline.internship.internship;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.audit.Deed.Concerned;
import dev.talentpipeline.internship.audit.Deed.Entity;
import dev.talentpipeline.internship.calendar.Calendars;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.reason.GivenReasons;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.util.Map;

/**
 * Approves or rejects an opening, in a programme that asks for it. A rejected one may still be approved; an approved one may be offered
 * already, so it stays approved until its company changes what it says.
 */
public final class DecidingOpening {

    private final ReadingProgrammes programmes;
    private final FindingInternship finding;
    private final Internships internships;
    private final Calendars calendars;
    private final InternshipEvents events;
    private final GivenReasons reasons;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    DecidingOpening(
            ReadingProgrammes programmes,
            FindingInternship finding,
            Internships internships,
            Calendars calendars,
            InternshipEvents events,
            GivenReasons reasons,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        this.programmes = programmes;
        this.finding = finding;
        this.internships = internships;
        this.calendars = calendars;
        this.events = events;
        this.reasons = reasons;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Internship approve(Caller caller, String programme, String handle) {
        return decide(caller, programme, handle, Approval.APPROVED);
    }

    /** Rejects the opening; the reason is a code of the catalogue, which its company reads. */
    public Internship reject(Caller caller, String programme, String handle, String reason) {
        return decide(caller, programme, handle, Approval.rejected(reason));
    }

    private Internship decide(Caller caller, String programmeId, String handle, Approval decision) {
        return transactions.within(() -> {
            Programme programme = programmes.open(caller, programmeId);
            Internship found = finding.find(caller, programmeId, handle);
            if (!PossibleActs.decides(caller, programme)) {
                throw new Refusal.Forbidden("Openings of this programme are approved by %s."
                                .formatted(
                                        switch (programme.rules().openingApproval()) {
                                            case NONE, OWNER -> "its owner and operations";
                                            case UNIVERSITY -> "its universities and operations";
                                        }))
                        .asException();
            }
            refuseUnlessAsked(programme);
            reasons.check(Act.REJECT_OPENING, "reason", decision.reason());
            Internship internship = internships.lock(found.id()).orElseThrow();
            if (internship.approval().equals(decision)) {
                return internship;
            }
            refuseUnlessOpenToDecision(internship);
            Internship decided = internship.decided(decision, ListingRules.of(programme, calendars), clock.instant());
            internships.save(decided);
            events.changed(decided);
            trail.record(deed(decided));
            return decided;
        });
    }

    private static Deed deed(Internship decided) {
        return Deed.done(
                "OPENING_" + decided.approval().step(),
                new Entity("INTERNSHIP", decided.id().toString()),
                new Concerned(null, decided.company(), null),
                Map.of(
                        "programme", decided.programme(),
                        "company", decided.company(),
                        "state", decided.state().name()));
    }

    private static void refuseUnlessAsked(Programme programme) {
        if (!programme.rules().openingApproval().isAsked()) {
            throw new Refusal.Conflict(
                            "approval-not-asked",
                            "programme (%s) approves no openings. Maybe its owner sets openingApproval first."
                                    .formatted(programme.id()),
                            Map.of("openingApproval", programme.rules().openingApproval()))
                    .asException();
        }
    }

    private static void refuseUnlessOpenToDecision(Internship internship) {
        if (!PossibleActs.isUndecided(internship)) {
            throw new Refusal.Conflict(
                            "opening-not-undecided",
                            "internship (%s) is %s, approval %s, and is not waiting for a decision. Maybe its company withdraws or changes it first."
                                    .formatted(
                                            internship.id(),
                                            internship.state(),
                                            internship.approval().step()),
                            Map.of(
                                    "state",
                                    internship.state(),
                                    "approval",
                                    internship.approval().step()))
                    .asException();
        }
    }
}
