package dev.talentpipeline.internship.dossier;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.dossier.Dossier.File;
import dev.talentpipeline.internship.dossier.Dossier.FileKind;
import dev.talentpipeline.internship.dossier.Dossier.Part;
import dev.talentpipeline.internship.dossier.Dossier.Reading;
import dev.talentpipeline.internship.dossier.Dossier.Share;
import dev.talentpipeline.internship.meeting.FindingMeeting;
import dev.talentpipeline.internship.meeting.Meeting;
import dev.talentpipeline.internship.meeting.Side;
import dev.talentpipeline.internship.meeting.VerifiedCompanies;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/**
 * The company of a meeting reads the dossier that is shared in it. What is read and the record of its reading are one transaction, which holds the
 * sharing: nothing is read without a record, and nothing once a withdrawal has answered.
 */
public final class ReadingDossier {

    private final VerifiedCompanies companies;
    private final FindingMeeting finding;
    private final People people;
    private final Dossiers dossiers;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    ReadingDossier(
            VerifiedCompanies companies,
            FindingMeeting finding,
            People people,
            Dossiers dossiers,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        this.companies = companies;
        this.finding = finding;
        this.people = people;
        this.dossiers = dossiers;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A dossier as it is shown, and since when. */
    public record Shown(Dossier dossier, Share share) {}

    public Shown read(Caller caller, String meeting) {
        return reading(caller, meeting, Part.OVERVIEW, share -> {
            Person person =
                    people.find(finding.visible(caller, meeting).person()).orElseThrow();
            return new Shown(
                    new Dossier(person.id(), person.name(), dossiers.links(person.id()), dossiers.files(person.id())),
                    share);
        });
    }

    public File read(Caller caller, String meeting, FileKind kind) {
        return reading(
                caller,
                meeting,
                Part.of(kind),
                share -> dossiers.file(finding.visible(caller, meeting).person(), kind)
                        .orElseThrow(() -> KeepingDossier.noFile(kind)));
    }

    private <T> T reading(Caller caller, String id, Part part, Function<Share, T> what) {
        return transactions.within(() -> {
            Meeting meeting = finding.visible(caller, id);
            if (!Side.COMPANY.isActedBy(caller, meeting)) {
                throw new Refusal.Forbidden(
                                "In a meeting a dossier is for the company to read; its owner has it under people.")
                        .asException();
            }
            companies.refuseOthers(meeting.company());
            Share share = dossiers.hold(meeting.id())
                    .orElseThrow(() -> new Refusal.Forbidden(
                                    "The student does not show their dossier in this meeting now. It is for them to share it.")
                            .asException());
            T read = what.apply(share);
            dossiers.record(new Reading(meeting.person(), meeting.company(), meeting.id(), part, clock.instant()));
            trail.record(Deed.done(
                    "DOSSIER_READ",
                    new Deed.Entity("MEETING", meeting.id().toString()),
                    new Deed.Concerned(null, meeting.company(), meeting.person()),
                    Map.of("part", part.name())));
            return read;
        });
    }
}
