package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.internship.transaction.Turns;
import java.time.Clock;
import java.time.Instant;

/** Ends imports that nobody commits, and takes up those whose service died. */
public final class KeepingImports {

    private final Imports imports;
    private final ImportChanges changes;
    private final Uploads uploads;
    private final ImportSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    KeepingImports(
            Imports imports,
            ImportChanges changes,
            Uploads uploads,
            ImportSettings settings,
            Transactions transactions,
            Clock clock) {
        this.imports = imports;
        this.changes = changes;
        this.uploads = uploads;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How many imports changed. */
    public int sweep() {
        Instant now = clock.instant();
        uploads.forgetOlderThan(settings.kept(), now);
        Instant untouchedSince = now.minus(settings.silence());
        return Turns.each(
                imports.astray(now, untouchedSince),
                id -> transactions.within(
                        () -> imports.lock(id).map(this::settle).orElse(false)));
    }

    private boolean settle(Import found) {
        Instant now = clock.instant();
        Import settled = switch (found.state()) {
            case READING -> found.become(ImportState.REFUSED, null, interrupted("Upload the file again."));
            case COMMITTING ->
                found.become(
                        ImportState.READY,
                        found.findings(),
                        interrupted("Nothing of it was entered: commit it again."));
            case READY -> now.isBefore(found.expiresAt()) ? found : found.become(ImportState.EXPIRED, null, null);
            case REFUSED, COMMITTED, CANCELLED, EXPIRED -> found;
        };
        if (settled.version() == found.version()) {
            return false;
        }
        changes.save(settled);
        if (settled.state().isFinal()) {
            imports.forgetContent(settled.id());
        }
        return true;
    }

    private static Fault interrupted(String remedy) {
        return new Fault(
                "import-interrupted",
                "The service that worked on it has stopped in the midst of it.",
                null,
                null,
                remedy);
    }
}
