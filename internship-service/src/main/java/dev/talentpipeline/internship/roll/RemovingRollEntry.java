package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.SeenVersion;
import dev.talentpipeline.internship.student.Student;
import dev.talentpipeline.internship.student.Students;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes an entry off the roll: one that should never have been there, or that nobody answers for any more. Whoever has a person behind their
 * entry is on the roll for as long as the platform knows them, and is removed by erasure alone. Locks: the person, the entry.
 */
public final class RemovingRollEntry {

    private final FindingRollEntry finding;
    private final RollEntries entries;
    private final RollPapers papers;
    private final People people;
    private final Students students;
    private final AuditTrail trail;
    private final Transactions transactions;

    RemovingRollEntry(
            FindingRollEntry finding,
            RollEntries entries,
            RollPapers papers,
            People people,
            Students students,
            AuditTrail trail,
            Transactions transactions) {
        this.finding = finding;
        this.entries = entries;
        this.papers = papers;
        this.people = people;
        this.students = students;
        this.trail = trail;
        this.transactions = transactions;
    }

    /**
     * Removes the entry with its links and with what was recorded of it and holds no more.
     *
     * @param handle the id of the entry, or the student number
     */
    public RollEntry remove(Caller caller, String university, String handle) {
        return transactions.within(() -> {
            RollEntry found = finding.find(caller, university, handle);
            people.lockAll(university, List.of(found.number()));
            RollEntry entry = entries.lockAll(university, List.of(found.number())).stream()
                    .filter(locked -> locked.id().equals(found.id()))
                    .findFirst()
                    .orElseThrow(() -> FindingRollEntry.notFound(handle));
            SeenVersion.refuseUnlessSeen(entry.version());
            UUID person = entry.person();
            if (person != null) {
                throw somebodyBehind(entry, person);
            }
            if (papers.hold(entry.id())) {
                throw held(
                        "A destination holds for this entry. Maybe it was recorded in error: then void it with POST …/roll/{entry}/destinations/{destination}/decisions, and remove the entry after that.",
                        Map.of("holds", "DESTINATION", "entry", entry.id()));
            }
            int removed = papers.remove(entry.id());
            entries.remove(entry.id());
            trail.record(Deed.done(
                    "ROLL_ENTRY_REMOVED",
                    new Deed.Entity("ROLL_ENTRY", entry.id().toString()),
                    new Deed.Concerned(entry.university(), null, null),
                    Map.of("version", Long.toString(entry.version()), "destinations", Integer.toString(removed))));
            return entry;
        });
    }

    private RuntimeException somebodyBehind(RollEntry entry, UUID person) {
        List<String> programmes = students.ofPerson(person).stream()
                .map(Student::programme)
                .sorted()
                .toList();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("holds", entry.claimedAt() == null ? "STUDENT" : "CLAIM");
        facts.put("entry", entry.id());
        facts.put("person", person);
        facts.put("programmes", programmes);
        return held(
                (entry.claimedAt() == null
                                ? "The student of this entry was entered into %s, and stays on the roll. "
                                        .formatted(programmes)
                                : "The student has claimed this entry (%s), and stays on the roll. "
                                        .formatted(entry.claimedAt()))
                        + "Maybe they are to leave a programme: then withdraw them there. Maybe all of theirs is to go: then erase it with DELETE /api/v1/people/{person}/personal-data.",
                facts);
    }

    private static RuntimeException held(String detail, Map<String, Object> facts) {
        return new Refusal.Conflict("roll-entry-held", detail, facts).asException();
    }
}
