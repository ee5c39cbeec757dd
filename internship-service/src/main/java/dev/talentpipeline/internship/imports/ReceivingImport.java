package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Refusal.Violation;
import dev.talentpipeline.internship.transaction.AfterCommit;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes an uploaded file, and has it read once it is here whole. Nothing is entered by it. */
public final class ReceivingImport {

    private final ReadingProgrammes programmes;
    private final Kinds kinds;
    private final Imports imports;
    private final Uploads uploads;
    private final ReadingUpload reading;
    private final Workbench workbench;
    private final ImportSettings settings;
    private final Transactions transactions;
    private final AfterCommit afterCommit;
    private final Clock clock;
    private final Supplier<UUID> ids;

    ReceivingImport(
            ReadingProgrammes programmes,
            Kinds kinds,
            Imports imports,
            Uploads uploads,
            ReadingUpload reading,
            Workbench workbench,
            ImportSettings settings,
            Transactions transactions,
            AfterCommit afterCommit,
            Clock clock,
            Supplier<UUID> ids) {
        this.programmes = programmes;
        this.kinds = kinds;
        this.imports = imports;
        this.uploads = uploads;
        this.reading = reading;
        this.workbench = workbench;
        this.settings = settings;
        this.transactions = transactions;
        this.afterCommit = afterCommit;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Receives a file.
     *
     * @param anchor what its only row is known by, where the file does not say; null: the file must
     * @throws IOException if it breaks off or is too large; then nothing of it is kept
     */
    public Import receive(
            Caller caller, String programmeId, ImportKind kind, @Nullable String anchor, InputStream content)
            throws IOException {
        Programme programme = programmes.open(caller, programmeId);
        String organisation = kinds.of(kind).organisation(caller, programme);
        Workbench.Place place = workbench.take();
        boolean handedOn = false;
        try {
            Uploads.Upload upload = uploads.receive(content);
            try {
                if (upload.bytes() == 0) {
                    throw new Refusal.Invalid(List.of(new Violation("body", null, "Send the file as the body.")))
                            .asException();
                }
                Import received = entered(programme, kind, organisation);
                handedOn = true;
                afterCommit.then(
                        () -> place.start(() ->
                                reading.read(received, programme, caller, new ReadingUpload.Upload(upload, anchor))),
                        () -> {
                            upload.forget();
                            place.giveBack();
                        });
                return received;
            } finally {
                if (!handedOn) {
                    upload.forget();
                }
            }
        } finally {
            if (!handedOn) {
                place.giveBack();
            }
        }
    }

    private Import entered(Programme programme, ImportKind kind, String organisation) {
        return transactions.within(() -> {
            imports.lock(organisation);
            Imports.UnderWay underWay = imports.underWay(organisation);
            if (underWay.working() >= settings.mostAtOnce() || underWay.ready() >= settings.mostWaiting()) {
                throw Workbench.tooMany("%s has %d imports under way and %d that wait: commit or cancel some first."
                        .formatted(organisation, underWay.working(), underWay.ready()));
            }
            Instant now = clock.instant();
            Import received = new Import(
                    ids.get(),
                    programme.id(),
                    kind,
                    organisation,
                    1,
                    ImportState.READING,
                    Import.Counts.NONE,
                    null,
                    null,
                    now,
                    now.plus(settings.kept()));
            imports.add(received);
            return received;
        });
    }
}
