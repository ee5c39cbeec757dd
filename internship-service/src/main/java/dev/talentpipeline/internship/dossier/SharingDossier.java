package dev.talentpipeline.internship.dossier;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.dossier.Dossier.Share;
import dev.talentpipeline.internship.meeting.FindingMeeting;
import dev.talentpipeline.internship.meeting.Meeting;
import dev.talentpipeline.internship.meeting.Meetings;
import dev.talentpipeline.internship.meeting.Side;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A student shows their dossier to the company of a meeting, or stops showing it, at any time. What is shown is the dossier as it is when it is
 * read. The end of the meeting ends the showing too. Locks: person, meeting, then the sharing, which readers hold while they read.
 */
public final class SharingDossier {

    private final FindingMeeting finding;
    private final People people;
    private final Meetings meetings;
    private final Dossiers dossiers;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    SharingDossier(
            FindingMeeting finding,
            People people,
            Meetings meetings,
            Dossiers dossiers,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        this.finding = finding;
        this.people = people;
        this.meetings = meetings;
        this.dossiers = dossiers;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Shares or stops sharing; gives the sharing as it stands then, empty if there is none. Doing it twice changes nothing. */
    public Optional<Share> share(Caller caller, String id, boolean share) {
        return transactions.within(() -> {
            Meeting found = finding.visible(caller, id);
            if (!Side.STUDENT.isActedBy(caller, found)) {
                throw new Refusal.Forbidden("A dossier is for the student themselves to show.").asException();
            }
            people.lockKnown(found.person());
            Meeting meeting = meetings.lock(found.id()).orElseThrow();
            if (share) {
                refuseUnlessOpen(meeting);
                dossiers.share(meeting.person(), meeting.id(), meeting.company(), clock.instant());
                record("DOSSIER_SHARED", meeting);
            } else if (dossiers.withdraw(meeting.id(), clock.instant())) {
                record("DOSSIER_WITHDRAWN", meeting);
            }
            List<Share> shares = dossiers.shares(meeting.person());
            return shares.stream()
                    .filter(each -> each.meeting().equals(meeting.id()))
                    .findFirst();
        });
    }

    private static void refuseUnlessOpen(Meeting meeting) {
        if (!meeting.isOpen()) {
            throw new Refusal.Conflict(
                            "meeting-not-open",
                            "meeting (%s) is %s; a dossier is shared while it is OPEN."
                                    .formatted(meeting.id(), meeting.status()),
                            Map.of("state", meeting.status(), "version", meeting.version()))
                    .asException();
        }
    }

    private void record(String what, Meeting meeting) {
        trail.record(Deed.done(
                what,
                new Deed.Entity("MEETING", meeting.id().toString()),
                new Deed.Concerned(null, meeting.company(), meeting.person()),
                Map.of()));
    }
}
