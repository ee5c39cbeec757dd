package dev.talentpipeline.internship.owndata;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.audit.Deed.Concerned;
import dev.talentpipeline.internship.audit.Deed.Entity;
import dev.talentpipeline.internship.person.FindingPerson;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Everything that is held about a person, for the person, or for their university on their behalf, which does not read what is the person's
 * own to show. Each reading is on the audit trail.
 */
public final class ReadingOwnData {

    private final FindingPerson finding;
    private final List<PersonalData> features;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    public ReadingOwnData(
            FindingPerson finding,
            List<PersonalData> features,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        this.finding = finding;
        this.features = List.copyOf(features);
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What is held.
     *
     * @param parts name of each part, and its entries
     */
    public record OwnData(UUID person, Instant at, Map<String, List<Map<String, Object>>> parts) {}

    public OwnData read(Caller caller, String handle) {
        return transactions.within(() -> {
            Person person = finding.find(caller, handle);
            Map<String, List<Map<String, Object>>> parts = new TreeMap<>();
            features.forEach(feature -> parts.putAll(feature.heldAbout(person.id())));
            if (!caller.is(Role.STUDENT)) {
                features.forEach(feature -> parts.keySet().removeAll(feature.ownParts()));
            }
            trail.record(Deed.done(
                    "OWN_DATA_READ",
                    new Entity("PERSON", person.id().toString()),
                    Concerned.of(person.id(), person.university()),
                    Map.of()));
            return new OwnData(person.id(), clock.instant(), parts);
        });
    }
}
