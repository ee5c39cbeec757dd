package dev.talentpipeline.internship.dossier;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.dossier.Dossier.Content;
import dev.talentpipeline.internship.dossier.Dossier.File;
import dev.talentpipeline.internship.dossier.Dossier.FileFacts;
import dev.talentpipeline.internship.dossier.Dossier.FileKind;
import dev.talentpipeline.internship.dossier.Dossier.Link;
import dev.talentpipeline.internship.dossier.Dossier.Reading;
import dev.talentpipeline.internship.dossier.Dossier.Share;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A student keeps their dossier and sees who reads it. It is theirs alone: their university neither reads nor writes it, and acts for them, if
 * at all, by an access grant, which is on record.
 */
public final class KeepingDossier {

    /** Size of the largest file. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    private final People people;
    private final Dossiers dossiers;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    KeepingDossier(People people, Dossiers dossiers, AuditTrail trail, Transactions transactions, Clock clock) {
        this.people = people;
        this.dossiers = dossiers;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A dossier as its owner sees it: with whom it is shared, too. */
    public record Own(Dossier dossier, List<Share> shares) {}

    public Own find(Caller caller, String person) {
        return own(owner(caller, person));
    }

    private Own own(Person person) {
        Dossier dossier =
                new Dossier(person.id(), person.name(), dossiers.links(person.id()), dossiers.files(person.id()));
        return new Own(dossier, dossiers.shares(person.id()));
    }

    public Own putLinks(Caller caller, String person, List<Link> links) {
        return transactions.within(() -> {
            Person owner = people.lockKnown(owner(caller, person).id());
            if (!links.equals(dossiers.links(owner.id()))) {
                dossiers.saveLinks(owner.id(), links, clock.instant());
                record("DOSSIER_CHANGED", owner, Map.of("links", Integer.toString(links.size())));
            }
            return own(owner);
        });
    }

    /** Keeps the file in the place of the one of its kind. */
    public FileFacts put(Caller caller, String person, FileKind kind, byte[] content) {
        Person owner = owner(caller, person);
        if (content.length > MOST_BYTES) {
            throw new Refusal.Invalid(List.of(new Refusal.Violation(
                            "file", content.length + " bytes", "Send at most %d bytes.".formatted(MOST_BYTES))))
                    .asException();
        }
        FileType type = FileType.of(content)
                .orElseThrow(() -> new Refusal.Unprocessable(
                                "unsupported-file",
                                "file must be a PDF, a PNG or a JPEG. What counts is its content, not its name or Content-Type.",
                                "file",
                                content.length + " bytes",
                                "Export it as PDF and send its bytes as the body.",
                                Map.of())
                        .asException());
        return transactions.within(() -> {
            people.lockKnown(owner.id());
            FileFacts facts = new FileFacts(kind, type, content.length, sha256(content), clock.instant());
            dossiers.save(owner.id(), facts, new Content(content));
            // Not its hash: the trail outlives an erasure, and a hash tells whoever has the file that it was theirs.
            record("DOSSIER_CHANGED", owner, Map.of("file", kind.name()));
            return facts;
        });
    }

    public File file(Caller caller, String person, FileKind kind) {
        return dossiers.file(owner(caller, person).id(), kind).orElseThrow(() -> noFile(kind));
    }

    public void remove(Caller caller, String person, FileKind kind) {
        transactions.within(() -> {
            Person owner = people.lockKnown(owner(caller, person).id());
            if (!dossiers.remove(owner.id(), kind)) {
                throw noFile(kind);
            }
            record("DOSSIER_CHANGED", owner, Map.of("removed", kind.name()));
            return true;
        });
    }

    public Page<Reading> readings(Caller caller, String person, Page.Request request) {
        return dossiers.readings(owner(caller, person).id(), request);
    }

    static RuntimeException noFile(FileKind kind) {
        return new Refusal.NotFound("file", kind.name()).asException();
    }

    private Person owner(Caller caller, String handle) {
        UUID id = Violations.id(handle);
        Person person = Optional.ofNullable(id)
                .flatMap(people::find)
                .filter(found -> !found.isErased())
                .filter(found -> isThemselves(caller, found)
                        || caller.is(Role.OPERATIONS)
                        || caller.is(Role.UNIVERSITY, found.university()))
                .orElseThrow(() -> new Refusal.NotFound("person", handle).asException());
        if (!isThemselves(caller, person)) {
            throw new Refusal.Forbidden("A dossier is for the student themselves to keep and to show.").asException();
        }
        return person;
    }

    private static boolean isThemselves(Caller caller, Person person) {
        return caller.is(Role.STUDENT) && person.id().toString().equals(caller.person());
    }

    private void record(String what, Person owner, Map<String, String> facts) {
        trail.record(Deed.done(
                what,
                new Deed.Entity("PERSON", owner.id().toString()),
                new Deed.Concerned(null, null, owner.id()),
                facts));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
