package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds imports for the organisation that uploaded them. To anybody else there is no such import. */
public final class FindingImport {

    private final ReadingProgrammes programmes;
    private final Imports imports;
    private final Clock clock;

    FindingImport(ReadingProgrammes programmes, Imports imports, Clock clock) {
        this.programmes = programmes;
        this.imports = imports;
        this.clock = clock;
    }

    public Import find(Caller caller, String programmeId, String handle) {
        Programme programme = programmes.visible(caller, programmeId);
        UUID id = Violations.id(handle);
        if (id == null) {
            throw notFound(handle);
        }
        return imports.find(id)
                .filter(found -> found.programme().equals(programme.id()) && isOwn(caller, found))
                .orElseThrow(() -> notFound(handle));
    }

    /** What the caller could do with each of their imports into the programme; whoever speaks for one school of the university only looks at them. */
    public Function<Import, List<ImportAct>> possible(Caller caller, String programmeId) {
        boolean open = programmes.visible(caller, programmeId).isOpen(clock.instant());
        return found -> caller.school() == null ? found.possible(open) : List.of();
    }

    private static boolean isOwn(Caller caller, Import found) {
        return switch (found.kind()) {
            case STUDENTS -> caller.is(Role.UNIVERSITY, found.organisation());
            case OPENINGS -> caller.is(Role.COMPANY, found.organisation());
        };
    }

    /** The caller's own imports into the programme, in the order of their ids. */
    public Page<Import> list(Caller caller, String programmeId, Page.Request request) {
        Programme programme = programmes.visible(caller, programmeId);
        return imports.list(programme.id(), organisation(caller), request);
    }

    /** Refuses those who import nothing into the programme, before anything that they ask is looked at. */
    public void refuseStrangers(Caller caller, String programmeId) {
        programmes.visible(caller, programmeId);
        organisation(caller);
    }

    private static String organisation(Caller caller) {
        String organisation = caller.org();
        if (organisation == null || !(caller.is(Role.UNIVERSITY) || caller.is(Role.COMPANY))) {
            throw new Refusal.Forbidden("Only universities and companies import.").asException();
        }
        return organisation;
    }

    /** Its rows, of one standing if it is given, and only those that go to the roll alone if they are asked for. */
    public Page<StagedRow> rows(
            Caller caller,
            String programmeId,
            String handle,
            StagedRow.@Nullable Standing standing,
            boolean rollOnly,
            Page.Request request) {
        return imports.rows(find(caller, programmeId, handle).id(), standing, rollOnly, request);
    }

    static RuntimeException notFound(String handle) {
        return new Refusal.NotFound("import", handle).asException();
    }
}
