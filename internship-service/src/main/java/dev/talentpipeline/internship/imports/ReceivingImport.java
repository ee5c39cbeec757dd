package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.catalogue.CatalogueEntry;
import dev.talentpipeline.internship.catalogue.CatalogueReferences;
import dev.talentpipeline.internship.imports.Findings.MappedColumn;
import dev.talentpipeline.internship.imports.Vocabularies.Vocabulary;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Refusal.Violation;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.transaction.AfterCommit;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes an uploaded file, and has it read once it is here whole, and again where somebody says what its columns are. Nothing is entered by it. */
public final class ReceivingImport {

    private final ReadingProgrammes programmes;
    private final Kinds kinds;
    private final FindingImport finding;
    private final Imports imports;
    private final ImportChanges changes;
    private final KeptFiles files;
    private final Vocabularies vocabularies;
    private final CatalogueReferences catalogue;
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
            FindingImport finding,
            Imports imports,
            ImportChanges changes,
            KeptFiles files,
            Vocabularies vocabularies,
            CatalogueReferences catalogue,
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
        this.finding = finding;
        this.imports = imports;
        this.changes = changes;
        this.files = files;
        this.vocabularies = vocabularies;
        this.catalogue = catalogue;
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
        return handedOn(
                programme,
                caller,
                content,
                ReadingUpload.Told.nothingBut(anchor),
                () -> entered(programme, kind, organisation));
    }

    /**
     * Has the file of an import that waits to be committed read again, by what somebody says that it means. What is taught by now counts too; a
     * correction that is refused teaches nothing.
     */
    public Import readAgain(Caller caller, String programmeId, String handle, Correction said) {
        Import found = finding.find(caller, programmeId, handle);
        Programme programme = programmes.open(caller, programmeId);
        RowKind kind = kinds.of(found.kind());
        kind.organisation(caller, programme);
        Findings findings = found.findings();
        if (found.state() != ImportState.READY || findings == null) {
            throw notReady(found);
        }
        Header header = Header.of(findings.headerRow(), corrected(findings, said.columns(), kind), kind.columns());
        check(catalogue, said.texts());
        KeptFiles.Kept kept = files.find(found.id()).orElseThrow(() -> notKept(found));
        try (InputStream content = kept.content()) {
            return handedOn(
                    programme,
                    caller,
                    content,
                    new ReadingUpload.Told(kept.anchor(), header, said.texts(), findings.meanings()),
                    () -> begunAgain(found, said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses texts that are to mean what the catalogue does not have. */
    static void check(CatalogueReferences catalogue, Meanings texts) {
        catalogue.check(CatalogueEntry.Kind.SKILL, "skills", texts.skills().values());
        catalogue.check(
                CatalogueEntry.Kind.OCCUPATION,
                "occupations",
                texts.occupations().values());
    }

    private static List<MappedColumn> corrected(Findings findings, Map<Integer, String> fields, RowKind kind) {
        List<String> known = kind.columns().stream().map(Column::field).toList();
        Violations violations = new Violations();
        Map<String, Integer> first = new HashMap<>();
        new TreeMap<>(fields).forEach((at, field) -> {
            String column = "columns." + at;
            if (findings.columns().stream().noneMatch(each -> each.at() == at)) {
                violations.add(column, field, "The file has no column that is named there.");
            } else if (!known.contains(field)) {
                violations.add(column, field, "Give one of %s.".formatted(String.join(", ", known)));
            } else if (first.putIfAbsent(field, at) != null) {
                violations.add(
                        column,
                        field,
                        "Column %d is taken for it already: say what one of them is.".formatted(first.get(field)));
            }
        });
        kind.columns().stream()
                .filter(column -> column.anchor() && !fields.containsValue(column.field()))
                .forEach(anchor -> violations.add(
                        "columns", null, "Say which column is %s: rows are known by it.".formatted(anchor.field())));
        violations.refuseIfAny();
        return findings.columns().stream()
                .map(column -> new MappedColumn(column.at(), column.name(), fields.get(column.at()), false))
                .toList();
    }

    private Import begunAgain(Import found, Correction said) {
        return transactions.within(() -> {
            imports.lock(found.organisation());
            Import locked = imports.lock(found.id())
                    .orElseThrow(() -> FindingImport.notFound(found.id().toString()));
            if (locked.state() != ImportState.READY) {
                throw notReady(locked);
            }
            if (imports.underWay(found.organisation()).working() >= settings.mostAtOnce()) {
                throw Workbench.tooMany("%s has as many imports under way as one may.".formatted(found.organisation()));
            }
            // Whoever was erased since the file was fetched took it along.
            if (files.find(found.id()).isEmpty()) {
                throw notKept(found);
            }
            if (said.remember()) {
                remember(locked, said);
            }
            imports.forgetRows(found.id());
            Import again = locked.become(ImportState.READING, null, null).counting(Import.Counts.NONE);
            changes.save(again);
            return again;
        });
    }

    private void remember(Import found, Correction said) {
        Instant now = clock.instant();
        Vocabulary before = vocabularies.lock(found.organisation(), found.kind(), now);
        Findings findings = found.findings();
        Vocabulary taught = before.and(
                        findings == null
                                ? Map.of()
                                : findings.namesTaughtBy(
                                        said.columns(), kinds.of(found.kind()).columns(), before),
                        said.texts())
                .after(before);
        if (taught.isTooLarge()) {
            throw new Refusal.Invalid(List.of(new Violation(
                            "remember",
                            true,
                            "Leave it out, or take back some of what was taught: at most %d words are remembered."
                                    .formatted(Vocabulary.MOST_WORDS))))
                    .asException();
        }
        if (taught.version() != before.version()) {
            vocabularies.save(found.organisation(), found.kind(), taught, now);
        }
    }

    private static RuntimeException notReady(Import found) {
        return new Refusal.Conflict(
                        "import-not-ready",
                        "Only an import that is READY can be read again, and this is %s.".formatted(found.state()),
                        Map.of("state", found.state()))
                .asException();
    }

    private static RuntimeException notKept(Import found) {
        return new Refusal.Conflict(
                        "import-file-gone",
                        "The file is not kept any more. Upload it again.",
                        Map.of("state", found.state()))
                .asException();
    }

    /** Has the content read once the import stands, or keeps nothing of it. */
    private Import handedOn(
            Programme programme,
            Caller caller,
            InputStream content,
            ReadingUpload.Told told,
            Supplier<Import> beginning)
            throws IOException {
        Workbench.Place place = workbench.take();
        boolean handedOn = false;
        try {
            Uploads.Upload upload = uploads.receive(content);
            try {
                if (upload.bytes() == 0) {
                    throw new Refusal.Invalid(List.of(new Violation("body", null, "Send the file as the body.")))
                            .asException();
                }
                Import begun = beginning.get();
                handedOn = true;
                afterCommit.then(
                        () -> place.start(
                                () -> reading.read(begun, programme, caller, new ReadingUpload.Upload(upload, told))),
                        () -> {
                            upload.forget();
                            place.giveBack();
                        });
                return begun;
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
                    now.plus(settings.kept()),
                    false);
            changes.add(received);
            return received;
        });
    }
}
