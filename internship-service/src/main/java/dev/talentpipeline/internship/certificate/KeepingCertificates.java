package dev.talentpipeline.internship.certificate;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.catalogue.CatalogueEntry.Kind;
import dev.talentpipeline.internship.catalogue.CatalogueReferences;
import dev.talentpipeline.internship.catalogue.SkillLevel;
import dev.talentpipeline.internship.certificate.Certificate.Content;
import dev.talentpipeline.internship.certificate.Certificate.State;
import dev.talentpipeline.internship.person.FindingPerson;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.ChinaTime;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.resource.SeenVersion;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what people say that they are certified for. The person, or their university for them, enters a certificate; that the university has seen
 * it is the university's to say, and holds for what the certificate said then.
 */
public final class KeepingCertificates {

    private final FindingPerson finding;
    private final People people;
    private final Certificates certificates;
    private final CatalogueReferences catalogue;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    KeepingCertificates(
            FindingPerson finding,
            People people,
            Certificates certificates,
            CatalogueReferences catalogue,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        this.finding = finding;
        this.people = people;
        this.certificates = certificates;
        this.catalogue = catalogue;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    public List<Certificate> list(Caller caller, String handle) {
        return certificates.ofPerson(finding.find(caller, handle).id());
    }

    public Posted<Certificate> put(Caller caller, String handle, String occupation, Content content) {
        catalogue.check(Kind.OCCUPATION, "occupation", List.of(occupation));
        catalogue.check(
                Kind.SKILL,
                "skills",
                content.skills().stream().map(SkillLevel::id).toList());
        LocalDate today = ChinaTime.dateOf(clock.instant());
        if (content.issuedOn().isAfter(today)) {
            throw new Refusal.Invalid(List.of(new Refusal.Violation(
                            "issuedOn",
                            content.issuedOn(),
                            "Give a date that is not after today (%s).".formatted(today))))
                    .asException();
        }
        return transactions.within(() -> {
            Person person = locked(caller, handle);
            Instant now = clock.instant();
            Optional<Certificate> known = certificates.find(person.id(), occupation);
            known.ifPresentOrElse(
                    certificate -> SeenVersion.refuseUnlessSeen(certificate.version()), SeenVersion::refuseNew);
            Certificate put = known.map(certificate -> certificate.saying(content, now))
                    .orElseGet(() -> new Certificate(person.id(), occupation, 1, content, State.ENTERED, now));
            if (known.isEmpty() || put.version() != known.get().version()) {
                certificates.put(put);
            }
            return new Posted<>(put, known.isEmpty());
        });
    }

    public void remove(Caller caller, String handle, String occupation) {
        transactions.within(() -> {
            Certificate found = known(locked(caller, handle), occupation);
            SeenVersion.refuseUnlessSeen(found.version());
            certificates.remove(found);
            return found;
        });
    }

    /** Says that the university has seen it, or that it does not hold: whatever it says, unless the caller says which version was seen. */
    public Certificate decide(Caller caller, String handle, String occupation, boolean holds) {
        if (!Certificate.isDecidedBy(caller)) {
            throw new Refusal.Forbidden("Only the university says whether it has seen a certificate.").asException();
        }
        return transactions.within(() -> {
            Person person = locked(caller, handle);
            Certificate found = known(person, occupation);
            SeenVersion.refuseUnlessSeen(found.version());
            Certificate decided = found.become(holds ? State.VERIFIED : State.REJECTED, clock.instant());
            if (decided.version() != found.version()) {
                certificates.put(decided);
                trail.record(Deed.done(
                        holds ? "CERTIFICATE_VERIFIED" : "CERTIFICATE_REJECTED",
                        new Deed.Entity("PERSON", person.id().toString()),
                        Deed.Concerned.of(person.id(), person.university()),
                        Map.of("occupation", occupation, "version", Long.toString(decided.version()))));
            }
            return decided;
        });
    }

    private Person locked(Caller caller, String handle) {
        return people.lockKnown(finding.find(caller, handle).id());
    }

    private Certificate known(Person person, String occupation) {
        return certificates
                .find(person.id(), occupation)
                .orElseThrow(() -> new Refusal.NotFound("certificate", occupation).asException());
    }
}
