package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.imports.RowKind.Entered;
import dev.talentpipeline.internship.origin.Acting;
import dev.talentpipeline.internship.origin.Origin;
import dev.talentpipeline.internship.outbox.Together;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.RefusedException;
import dev.talentpipeline.internship.transaction.AfterCommit;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enters all rows of an import, or none: one transaction, told as one batch. It is carried out by a worker, while the import tells how far it
 * has come; cancelling it, or a row that cannot be entered any more, undoes all of it. Also cancels imports that nobody commits.
 */
public final class CommittingImport {

    private static final Logger LOG = LoggerFactory.getLogger(CommittingImport.class);
    private static final int PART = 1_000;
    private static final int TRIES = 3;

    private final ReadingProgrammes programmes;
    private final FindingImport finding;
    private final Kinds kinds;
    private final Imports imports;
    private final ImportChanges changes;
    private final Workbench workbench;
    private final Transactions transactions;
    private final AfterCommit afterCommit;
    private final Clock clock;
    private final Supplier<UUID> ids;

    CommittingImport(
            ReadingProgrammes programmes,
            FindingImport finding,
            Kinds kinds,
            Imports imports,
            ImportChanges changes,
            Workbench workbench,
            Transactions transactions,
            AfterCommit afterCommit,
            Clock clock,
            Supplier<UUID> ids) {
        this.programmes = programmes;
        this.finding = finding;
        this.kinds = kinds;
        this.imports = imports;
        this.changes = changes;
        this.workbench = workbench;
        this.transactions = transactions;
        this.afterCommit = afterCommit;
        this.clock = clock;
        this.ids = ids;
    }

    /** Has the import committed. One that is being committed, or was, stays as it is. */
    public Import commit(Caller caller, String programmeId, String handle) {
        Import found = finding.find(caller, programmeId, handle);
        if (isUnderWay(found)) {
            return found;
        }
        Programme programme = programmes.open(caller, programmeId);
        kinds.of(found.kind()).organisation(caller, programme);
        Workbench.Place place = workbench.take();
        boolean handedOn = false;
        try {
            UUID attempt = ids.get();
            Import begun = transactions.within(() -> begin(found.id(), attempt));
            if (!imports.isAttempt(begun.id(), attempt)) {
                return begun;
            }
            Acting acting = Acting.current();
            Origin origin = Origin.current();
            handedOn = true;
            Attempt work = new Attempt(begun, attempt, programme, caller);
            afterCommit.then(() -> place.start(() -> acting.does(() -> origin.of(work::carryOut))), place::giveBack);
            return begun;
        } finally {
            if (!handedOn) {
                place.giveBack();
            }
        }
    }

    private Import begin(UUID id, UUID attempt) {
        Import locked = imports.lock(id).orElseThrow(() -> FindingImport.notFound(id.toString()));
        if (isUnderWay(locked)) {
            return locked;
        }
        refuseUnlessReady(locked);
        Import committing =
                locked.become(ImportState.COMMITTING, locked.findings(), null).counting(undone(locked));
        changes.save(committing);
        imports.begin(committing.id(), attempt);
        return committing;
    }

    private static boolean isUnderWay(Import found) {
        return found.state() == ImportState.COMMITTING || found.state() == ImportState.COMMITTED;
    }

    private static Import.Counts undone(Import found) {
        Import.Counts counts = found.counts();
        return new Import.Counts(counts.read(), 0, counts.fresh(), counts.changed(), counts.same(), counts.bad());
    }

    private static void refuseUnlessReady(Import found) {
        if (!found.isReady()) {
            throw conflict(
                    found,
                    "import-not-ready",
                    "Only an import that is READY can be committed, and this is %s.".formatted(found.state()));
        }
        if (found.counts().bad() > 0) {
            throw conflict(
                    found,
                    "import-has-bad-rows",
                    "%d of %d rows are bad, so nothing is entered. Look at them, mend them in the file, and upload it again."
                            .formatted(found.counts().bad(), found.counts().read()));
        }
    }

    private static RuntimeException conflict(Import found, String type, String detail) {
        return new Refusal.Conflict(
                        type,
                        detail,
                        Map.of("state", found.state(), "bad", found.counts().bad()))
                .asException();
    }

    /** Ends the import unless it was committed; a commit that is under way is undone. */
    public Import cancel(Caller caller, String programmeId, String handle) {
        Import found = finding.find(caller, programmeId, handle);
        return transactions.within(() -> {
            Import locked = imports.lock(found.id()).orElseThrow(() -> FindingImport.notFound(handle));
            if (locked.state() == ImportState.COMMITTED) {
                throw conflict(
                        locked, "import-committed", "What was committed is not undone by cancelling the import.");
            }
            if (locked.state().isFinal()) {
                return locked;
            }
            Import cancelled = locked.become(ImportState.CANCELLED, null, null);
            changes.save(cancelled);
            imports.forgetContent(cancelled.id());
            return cancelled;
        });
    }

    /** Stops a commit that somebody cancelled. */
    private static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("stopped", null, false, false);
        }
    }

    /** One try to commit. */
    private final class Attempt {

        private final Import begun;
        private final UUID attempt;
        private final Programme programme;
        private final Caller caller;

        Attempt(Import begun, UUID attempt, Programme programme, Caller caller) {
            this.begun = begun;
            this.attempt = attempt;
            this.programme = programme;
            this.caller = caller;
        }

        Optional<Fault> carryOut() {
            Optional<Fault> fault = tried();
            fault.ifPresent(this::giveUp);
            return fault;
        }

        /** Empty once it was entered, or stopped. */
        private Optional<Fault> tried() {
            for (int i = 0; i < TRIES; i++) {
                try {
                    Together.as(begun.id(), () -> transactions.within(this::enter));
                    return Optional.empty();
                } catch (StoppedException stopped) {
                    return Optional.empty();
                } catch (UnusableFileException unusable) {
                    return Optional.of(unusable.fault());
                } catch (RefusedException refused) {
                    return Optional.of(Faults.of(refused.refusal()));
                } catch (RuntimeException e) {
                    // Somebody else's locks, or the database: the whole of it was undone, and can be tried anew.
                    LOG.warn("Import {} could not be committed at try {}: {}", begun.id(), i + 1, e.toString());
                }
            }
            return Optional.of(new Fault(
                    "temporarily-unavailable",
                    "The database is away, or others change the same just now; nothing was entered.",
                    null,
                    null,
                    "Commit it again in a moment."));
        }

        private Entered enter() {
            imports.expectMany();
            RowKind kind = kinds.of(begun.kind());
            kind.begin(programme, begun.organisation());
            Entered entered = Entered.NOTHING;
            int done = 0;
            int after = 0;
            List<StagedRow> rows = imports.rows(begun.id(), after, PART);
            while (!rows.isEmpty()) {
                entered = entered.and(kind.enter(caller, programme, begun.organisation(), rows));
                done += rows.size();
                after = rows.getLast().line();
                if (!imports.progress(begun.id(), attempt, done, clock.instant())) {
                    throw new StoppedException();
                }
                rows = imports.rows(begun.id(), after, PART);
            }
            kind.end(entered);
            end(entered, done);
            return entered;
        }

        private void end(Entered entered, int done) {
            Import locked = imports.lockAttempt(begun.id(), attempt).orElseThrow(StoppedException::new);
            if (done != locked.counts().read()) {
                throw new Fault(
                                "import-interrupted",
                                "Only %d of %d rows are still there."
                                        .formatted(done, locked.counts().read()),
                                null,
                                null,
                                "Upload the file again.")
                        .asException();
            }
            Import.Counts counts = new Import.Counts(done, done, entered.fresh(), entered.changed(), entered.same(), 0);
            changes.save(locked.become(ImportState.COMMITTED, null, null).counting(counts));
            imports.forgetContent(begun.id());
        }

        private void giveUp(Fault fault) {
            transactions.within(() -> {
                imports.lockAttempt(begun.id(), attempt)
                        .ifPresent(locked -> changes.save(locked.become(ImportState.READY, locked.findings(), fault)
                                .counting(undone(locked))));
                return fault;
            });
        }
    }
}
