package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.catalogue.Catalogue;
import dev.talentpipeline.internship.catalogue.CatalogueEntry;
import dev.talentpipeline.internship.imports.Findings.LeftOut;
import dev.talentpipeline.internship.imports.RowKind.Foreseen;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.refusal.Refusal.Violation;
import dev.talentpipeline.internship.refusal.RefusedException;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a received file part by part, finds out what each row would do, and stages the rows. Memory holds one part, the anchors seen and
 * the texts taken for skills, whatever the size of the file.
 */
final class ReadingUpload {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingUpload.class);
    private static final int PART = 1_000;

    /** Rows that take longer than this are staged before there are as many: so the import shows that it lives, and learns when it was given up. */
    private static final Duration LONGEST_PART = Duration.ofSeconds(5);

    private final Kinds kinds;
    private final Imports imports;
    private final ImportChanges changes;
    private final KeptFiles files;
    private final Vocabularies vocabularies;
    private final Catalogue catalogue;
    private final List<Table.Opener> openers;
    private final ImportSettings settings;
    private final Transactions transactions;
    private final Clock clock;

    ReadingUpload(
            Kinds kinds,
            Imports imports,
            ImportChanges changes,
            KeptFiles files,
            Vocabularies vocabularies,
            Catalogue catalogue,
            List<Table.Opener> openers,
            ImportSettings settings,
            Transactions transactions,
            Clock clock) {
        this.kinds = kinds;
        this.imports = imports;
        this.changes = changes;
        this.files = files;
        this.vocabularies = vocabularies;
        this.catalogue = catalogue;
        this.openers = List.copyOf(openers);
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Reads it to its end, whichever that is: ready, refused, or cancelled meanwhile. */
    void read(Import received, Programme programme, Caller caller, Upload upload) {
        try {
            stage(received, programme, caller, upload);
        } catch (UnusableFileException unusable) {
            refuse(received.id(), unusable.fault());
        } catch (RefusedException refused) {
            refuse(received.id(), Faults.of(refused.refusal()));
        } catch (RuntimeException e) {
            // Whoever uploaded waits for an answer, and the worker has nobody to throw it to.
            LOG.error("Import {} could not be read", received.id(), e);
            refuse(received.id(), UNFORESEEN);
        } finally {
            upload.content().forget();
        }
    }

    private static final Fault UNFORESEEN = new Fault(
            "import-interrupted",
            "The file could not be read to its end; the fault is the service's.",
            null,
            null,
            "Upload it again in a while.");

    /**
     * A file as it was sent.
     *
     * @param told what it does not say itself
     */
    record Upload(Uploads.Upload content, Told told) {}

    /**
     * What is told of a file.
     *
     * @param anchor what its only row is known by, where the file does not say; null: the file must
     * @param header where the names of its columns stand, and what they are, as somebody says who has looked at it; null: it is found out
     * @param said what somebody who has looked at it says that texts mean
     * @param recognised what texts were taken for before; what was taught since counts more
     */
    record Told(@Nullable String anchor, @Nullable Header header, Meanings said, Meanings recognised) {

        static Told nothingBut(@Nullable String anchor) {
            return new Told(anchor, null, Meanings.NONE, Meanings.NONE);
        }

        /** What counts for the texts of one kind, beside what was taught; later ones count more. */
        List<Map<String, String>> layers(Vocabularies.Vocabulary taught, Function<Meanings, Map<String, String>> kind) {
            return List.of(kind.apply(recognised), kind.apply(taught.texts()), kind.apply(said));
        }
    }

    private void stage(Import received, Programme programme, Caller caller, Upload upload) {
        RowKind kind = kinds.of(received.kind());
        Vocabularies.Vocabulary words = vocabularies.of(received.organisation(), received.kind());
        Table.Source source = new Table.Source(
                upload.content().file(),
                received.kind(),
                kind.columns().stream().map(Column::field).toList(),
                upload.told().anchor());
        try (Table table = Table.open(source, openers, upload.content().beginning())) {
            Header.Search search = new Header.Search(kind.columns(), words.columns(), table.fields());
            List<LeftOut> others = others(table, search);
            Iterator<Table.Row> rows = table.rows();
            List<Table.Row> first = new ArrayList<>();
            Header told = upload.told().header();
            Header header = told == null ? header(search, rows, first) : below(told, rows, first);
            Reading reading = new Reading(
                    header,
                    new CellReader.Words(
                            new Recognition(
                                    catalogue.all(CatalogueEntry.Kind.SKILL),
                                    upload.told().layers(words, Meanings::skills)),
                            new Recognition(
                                    catalogue.all(CatalogueEntry.Kind.OCCUPATION),
                                    upload.told().layers(words, Meanings::occupations)),
                            new Recognition(kind.schools(received.organisation()), List.of()),
                            kind.openings(programme)));
            Part part = new Part(received, programme, caller, kind, reading, header.row());
            boolean goesOn = true;
            for (Table.Row row : first) {
                part.add(row);
            }
            while (goesOn && rows.hasNext()) {
                goesOn = part.add(rows.next());
            }
            if (table.isOpenEnded()) {
                part.refuseCutRow(header);
            }
            if (goesOn && part.stage()) {
                Findings findings = new Findings(
                        table.form(),
                        header.row(),
                        header.mapped(),
                        reading.skillsSeen(),
                        reading.occupationsSeen(),
                        Stream.of(others, table.leftOut(), reading.notUnderstood())
                                .flatMap(List::stream)
                                .toList(),
                        part.rollOnly());
                end(received.id(), found -> {
                    if (told == null) {
                        files.keep(
                                received.id(),
                                upload.content().file(),
                                upload.told().anchor());
                    }
                    return found.become(ImportState.READY, findings, null);
                });
            }
        }
    }

    /** Tables that are not read, with their rows. One of rows such as are to be read is refused: whoever looks at the others would not miss them. */
    private static List<LeftOut> others(Table table, Header.Search search) {
        List<LeftOut> others = new ArrayList<>();
        table.showOthers((name, rows) -> {
            int count = 0;
            boolean named = false;
            while (rows.hasNext()) {
                Table.Row row = rows.next();
                if (row.isBlank()) {
                    continue;
                }
                if (named) {
                    throw new Fault(
                                    "several-sheets",
                                    "The sheet %s has such rows too, and one sheet of a file is read.".formatted(name),
                                    row.number(),
                                    name,
                                    "Put all rows into one sheet, or upload each sheet as a file of its own; hide the sheets that are not meant.")
                            .asException();
                }
                named = count++ < Header.MOST_TITLE_ROWS && search.names(row);
            }
            if (count > 0) {
                others.add(new LeftOut("sheet[%s]".formatted(name), count));
            }
        });
        return others;
    }

    /** Finds the header; what was read beyond it goes into the rest. */
    private static Header header(Header.Search search, Iterator<Table.Row> rows, List<Table.Row> rest) {
        while (rows.hasNext()) {
            Table.Row row = rows.next();
            if (row.isBlank()) {
                continue;
            }
            Optional<Header> header = search.next(row);
            if (header.isPresent()) {
                if (header.get().row() != row.number()) {
                    rest.add(row);
                }
                return header.get();
            }
        }
        return search.end();
    }

    /** Passes over what stands above the rows and, where it was read to find that out, puts the first of them into the rest. */
    private static Header below(Header told, Iterator<Table.Row> rows, List<Table.Row> rest) {
        while (rows.hasNext()) {
            Table.Row row = rows.next();
            if (row.number() > told.row()) {
                rest.add(row);
                return told;
            }
        }
        return told;
    }

    /** Rows that are staged together. */
    private final class Part {

        private final Import received;
        private final Programme programme;
        private final Caller caller;
        private final RowKind kind;
        private final Reading reading;
        private final int header;
        private final List<StagedRow> waiting = new ArrayList<>(PART);
        private int read;
        private int rollOnly;
        private Table.@Nullable Row last;
        private Instant began = clock.instant();

        Part(Import received, Programme programme, Caller caller, RowKind kind, Reading reading, int header) {
            this.received = received;
            this.programme = programme;
            this.caller = caller;
            this.kind = kind;
            this.reading = reading;
            this.header = header;
        }

        /** Takes the row; false if there is nobody to read it for any more. */
        boolean add(Table.Row row) {
            if (row.isBlank()) {
                return true;
            }
            if (++read > settings.mostRows()) {
                throw new Fault(
                                "too-many-rows",
                                "A file may have at most %d rows.".formatted(settings.mostRows()),
                                row.number(),
                                null,
                                "Split it into several files.")
                        .asException();
            }
            last = row;
            waiting.add(reading.read(row.filled(header)));
            boolean more = waiting.size() < PART && clock.instant().isBefore(began.plus(LONGEST_PART));
            return more || stage();
        }

        /** Refuses a last row that ends before the header does: its last value may be half of what it was. */
        void refuseCutRow(Header header) {
            Table.Row row = last;
            if (row != null && row.cells().size() < header.width()) {
                throw new Fault(
                                "broken-row",
                                "The file ends in the midst of row %d, which has %d of %d cells."
                                        .formatted(row.number(), row.cells().size(), header.width()),
                                row.number(),
                                null,
                                "Upload the whole file. If the row is complete, end it with a line break.")
                        .asException();
            }
        }

        boolean stage() {
            // Rows with unreadable cells too: whoever mends a row wants to know of everything that is wrong with it.
            List<StagedRow> known =
                    waiting.stream().filter(row -> !row.anchor().isEmpty()).toList();
            Iterator<Foreseen> foreseen = kind.foresee(caller, programme, received.organisation(), known)
                    .iterator();
            List<StagedRow> rows = waiting.stream()
                    .map(row -> row.anchor().isEmpty() ? row : judged(row, foreseen.next()))
                    .toList();
            waiting.clear();
            rollOnly += (int) rows.stream().filter(StagedRow::rollOnly).count();
            began = clock.instant();
            return imports.stage(received.id(), rows, clock.instant());
        }

        /** How many of the rows so far can be entered and go to the roll alone. */
        int rollOnly() {
            return rollOnly;
        }

        private StagedRow judged(StagedRow row, Foreseen foreseen) {
            List<StagedRow.Problem> problems = new ArrayList<>(row.problems());
            for (Violation violation : foreseen.violations()) {
                String column = reading.nameOf(violation.field());
                Object value = violation.value();
                if (row.problems().stream()
                        .noneMatch(problem -> problem.column().equals(column))) {
                    problems.add(
                            new StagedRow.Problem(column, value == null ? null : value.toString(), violation.remedy()));
                }
            }
            return problems.isEmpty() ? row.as(foreseen) : row.bad(problems);
        }
    }

    private void refuse(UUID id, Fault fault) {
        end(id, found -> found.become(ImportState.REFUSED, null, fault));
    }

    private void end(UUID id, UnaryOperator<Import> change) {
        transactions.within(() -> {
            imports.lock(id)
                    .filter(found -> found.state() == ImportState.READING)
                    .ifPresent(found -> {
                        Import ended = change.apply(found);
                        changes.save(ended);
                        if (ended.state().isFinal()) {
                            imports.forgetContent(id);
                        }
                    });
            return id;
        });
    }
}
