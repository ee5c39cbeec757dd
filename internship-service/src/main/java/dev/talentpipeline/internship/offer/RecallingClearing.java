package dev.talentpipeline.internship.offer;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.audit.Deed.Concerned;
import dev.talentpipeline.internship.audit.Deed.Entity;
import dev.talentpipeline.internship.offer.Recalls.Standing;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recalls a clearing. Recalling is one fact, set down under the programme's lock: from its commit on no open offer of the clearing can be
 * decided on, and no proposal of it is admitted. The open offers themselves are taken back right after, each under its own locks
 * ({@link SweepingOffers}), so that a large clearing holds nobody up.
 */
public final class RecallingClearing {

    private final ReadingProgrammes programmes;
    private final Recalls recalls;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    RecallingClearing(
            ReadingProgrammes programmes, Recalls recalls, AuditTrail trail, Transactions transactions, Clock clock) {
        this.programmes = programmes;
        this.recalls = recalls;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Whom a recall concerns.
     *
     * @param recall null: the clearing is not recalled, so this is what would happen
     * @param counts offers by where they stand
     * @param offers the same offers one by one
     */
    public record Report(
            String programme,
            long clearing,
            @Nullable Recall recall,
            Map<Standing, Integer> counts,
            Page<Recalls.Concerned> offers) {

        public Report {
            counts = Map.copyOf(counts);
        }
    }

    /** Whom the recall would concern, or concerns; changes nothing. */
    public Report preview(Caller caller, String programmeId, long clearing, Page.Request request) {
        return transactions.within(() -> {
            String programme = programmes.runBy(caller, programmeId).id();
            refuseUnknown(programme, clearing);
            return report(programme, clearing, recalls.find(programme, clearing).orElse(null), request);
        });
    }

    /** Recalls the clearing, unless it is recalled. */
    public Report recall(Caller caller, String programmeId, long clearing, Page.Request request) {
        return transactions.within(() -> {
            Programme programme = programmes.lockRunBy(caller, programmeId);
            refuseUnknown(programme.id(), clearing);
            Recall recall = recalls.find(programme.id(), clearing).orElseGet(() -> {
                Recall added =
                        new Recall(programme.id(), clearing, programme.version(), clock.instant(), actor(caller));
                recalls.add(added);
                trail.record(Deed.done(
                        "CLEARING_RECALLED",
                        new Entity("PROGRAMME", programme.id()),
                        new Concerned(programme.owner(), programme.owner(), null),
                        Map.of("clearing", Long.toString(clearing))));
                return added;
            });
            return report(programme.id(), clearing, recall, request);
        });
    }

    /** A number that no proposal has carried yet may be a slip, and would recall a clearing that is still to come. */
    private void refuseUnknown(String programme, long clearing) {
        long latest = recalls.latestClearing(programme);
        if (clearing < 1 || clearing > latest) {
            throw new Refusal.Unprocessable(
                            "clearing-unknown",
                            "No proposal of clearing (%d) of programme (%s) has arrived."
                                    .formatted(clearing, programme),
                            "number",
                            clearing,
                            latest == 0
                                    ? "Recall it once there are offers; to stop proposals that are on their way, pause the programme."
                                    : "Give a number from 1 to %d; to stop proposals that are on their way, pause the programme."
                                            .formatted(latest),
                            Map.of("latest", latest))
                    .asException();
        }
    }

    private Report report(String programme, long clearing, @Nullable Recall recall, Page.Request request) {
        return new Report(
                programme,
                clearing,
                recall,
                recalls.count(programme, clearing),
                recalls.list(programme, clearing, request));
    }

    private static Actor actor(Caller caller) {
        Role role = caller.is(Role.OPERATIONS)
                ? Role.OPERATIONS
                : caller.is(Role.UNIVERSITY) ? Role.UNIVERSITY : Role.COMPANY;
        return new Actor(role.name(), caller.subject());
    }
}
