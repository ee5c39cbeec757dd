package dev.talentpipeline.internship.joint;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.catalogue.CatalogueEntry.Kind;
import dev.talentpipeline.internship.catalogue.CatalogueReferences;
import dev.talentpipeline.internship.catalogue.SkillLevel;
import dev.talentpipeline.internship.joint.JointRecord.Content;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.resource.SeenVersion;
import dev.talentpipeline.internship.student.PreferredInternships;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the projects and courses of a joint programme: one whose members are one university and one company. The two write them together;
 * whoever may see the programme reads them.
 */
public final class KeepingJointRecords {

    private final ReadingProgrammes programmes;
    private final JointRecords records;
    private final PreferredInternships internships;
    private final CatalogueReferences catalogue;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    KeepingJointRecords(
            ReadingProgrammes programmes,
            JointRecords records,
            PreferredInternships internships,
            CatalogueReferences catalogue,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        this.programmes = programmes;
        this.records = records;
        this.internships = internships;
        this.catalogue = catalogue;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    public JointRecord find(Caller caller, String programmeId, String id) {
        Programme programme = programmes.visible(caller, programmeId);
        return records.find(programme.id(), id).orElseThrow(() -> notFound(id));
    }

    public Page<JointRecord> list(
            Caller caller,
            String programmeId,
            JointRecord.@Nullable Kind kind,
            @Nullable UUID internship,
            Page.Request request) {
        Programme programme = programmes.visible(caller, programmeId);
        return records.list(programme.id(), kind, internship, request);
    }

    /** Sets the project or course up, or changes it. */
    public Posted<JointRecord> put(Caller caller, String programmeId, String id, Content content) {
        return transactions.within(() -> {
            Programme programme = programmes.open(caller, programmeId);
            refuseUnlessMember(caller, programme);
            check(programme, content);
            Optional<JointRecord> existing = records.lock(programme.id(), id);
            if (existing.isEmpty()) {
                SeenVersion.refuseNew();
                JointRecord created = new JointRecord(programme.id(), id, 1, content, clock.instant());
                if (records.add(created)) {
                    trail.record(deed("JOINT_RECORD_CHANGED", programme, created));
                    return new Posted<>(created, true);
                }
                existing = records.lock(programme.id(), id);
            }
            JointRecord record = existing.orElseThrow(() -> notFound(id));
            SeenVersion.refuseUnlessSeen(record.version());
            JointRecord changed = record.saying(content, clock.instant());
            if (changed.version() != record.version()) {
                records.save(changed);
                trail.record(deed("JOINT_RECORD_CHANGED", programme, changed));
            }
            return new Posted<>(changed, false);
        });
    }

    /** Removes the project or course; what somebody took part in stays. */
    public void remove(Caller caller, String programmeId, String id) {
        transactions.within(() -> {
            Programme programme = programmes.unarchived(caller, programmeId);
            refuseUnlessMember(caller, programme);
            JointRecord record = records.lock(programme.id(), id).orElseThrow(() -> notFound(id));
            SeenVersion.refuseUnlessSeen(record.version());
            int participants = records.participants(record);
            if (participants > 0) {
                throw new Refusal.Conflict(
                                "record-has-participants",
                                "joint record (%s) has %d participants, whose skills it may attest. Maybe they are removed first."
                                        .formatted(id, participants),
                                Map.of("participants", participants))
                        .asException();
            }
            records.remove(record);
            trail.record(deed("JOINT_RECORD_REMOVED", programme, record));
            return record;
        });
    }

    private static Deed deed(String what, Programme programme, JointRecord record) {
        return Deed.done(
                what,
                new Deed.Entity("JOINT_RECORD", record.programme() + "/" + record.id()),
                new Deed.Concerned(
                        programme.rules().universities().getFirst(),
                        programme.rules().companies().getFirst(),
                        null),
                Map.of("version", Long.toString(record.version())));
    }

    private static void refuseUnlessMember(Caller caller, Programme programme) {
        if (!programme.isJoint()) {
            throw new Refusal.Unprocessable(
                            "programme-not-joint",
                            "programme (%s) must have one university and one company as its members."
                                    .formatted(programme.id()),
                            "programme",
                            programme.id(),
                            "Name the two partners in the programme's universities and companies.",
                            Map.of())
                    .asException();
        }
        String org = caller.org();
        if (org == null
                || !((caller.is(Role.UNIVERSITY) && programme.admitsUniversity(org))
                        || (caller.is(Role.COMPANY) && programme.admitsCompany(org)))) {
            throw new Refusal.Forbidden("Only the two members of a joint programme write its projects and courses.")
                    .asException();
        }
    }

    private void check(Programme programme, Content content) {
        if (!programme.rules().universities().contains(content.organisation())
                && !programme.rules().companies().contains(content.organisation())) {
            throw unprocessable(
                    "organisation",
                    content.organisation(),
                    "organisation (%s) must be a member of programme (%s)."
                            .formatted(content.organisation(), programme.id()),
                    "Name the partner that leads the project or teaches the course.");
        }
        catalogue.check(
                Kind.SKILL,
                "skills",
                content.skills().stream().map(SkillLevel::id).toList());
        List<UUID> named = content.internships();
        var strangers = internships.strangers(programme.id(), named);
        named.stream().filter(strangers::contains).findFirst().ifPresent(id -> {
            throw unprocessable(
                    "internships",
                    id,
                    "internships must name internships of programme (%s).".formatted(programme.id()),
                    "Use the id of an internship in this programme, or leave it out.");
        });
    }

    private static RuntimeException unprocessable(String field, Object value, String detail, String remedy) {
        return new Refusal.Unprocessable("not-in-programme", detail, field, value, remedy, Map.of()).asException();
    }

    static RuntimeException notFound(String id) {
        return new Refusal.NotFound("joint record", id).asException();
    }
}
