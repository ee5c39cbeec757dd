package dev.talentpipeline.internship.catalogue.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.talentpipeline.internship.catalogue.Catalogue;
import dev.talentpipeline.internship.catalogue.CatalogueEntry;
import dev.talentpipeline.internship.catalogue.CatalogueEntry.Kind;
import dev.talentpipeline.internship.catalogue.EnteringCatalogue;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/catalogue")
@Tag(name = "Catalogue")
class CatalogueController {

    private static final int MOST_AT_ONCE = 1_000;

    private final Catalogue catalogue;
    private final EnteringCatalogue entering;

    CatalogueController(Catalogue catalogue, EnteringCatalogue entering) {
        this.catalogue = catalogue;
        this.entering = entering;
    }

    /** An entry as it is answered. */
    record EntryAnswer(
            String id,
            String en,
            String zh,
            String family,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String announced,

            List<String> aliases) {
        static EntryAnswer of(CatalogueEntry entry) {
            return new EntryAnswer(
                    entry.id(), entry.en(), entry.zh(), entry.family(), entry.announced(), entry.aliases());
        }
    }

    /** Several entries as they are sent. */
    record ItemsBody(@Described(required = true) @Nullable List<@Nullable CatalogueBody> items) {}

    @GetMapping("/occupations")
    @Operation(operationId = "listOccupations", summary = "List occupations")
    Listing<EntryAnswer> occupations(
            @RequestParam(required = false) @Nullable String family,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return list(Kind.OCCUPATION, family, cursor, limit);
    }

    @GetMapping("/skills")
    @Operation(operationId = "listSkills", summary = "List skills")
    Listing<EntryAnswer> skills(
            @RequestParam(required = false) @Nullable String family,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return list(Kind.SKILL, family, cursor, limit);
    }

    @GetMapping("/occupations/{id}")
    @Operation(operationId = "getOccupation", summary = "Read an occupation")
    EntryAnswer occupation(@PathVariable String id) {
        return find(Kind.OCCUPATION, id);
    }

    @GetMapping("/skills/{id}")
    @Operation(operationId = "getSkill", summary = "Read a skill")
    EntryAnswer skill(@PathVariable String id) {
        return find(Kind.SKILL, id);
    }

    @PutMapping("/occupations/{id}")
    @Operation(operationId = "putOccupation", summary = "Add an occupation or change it (operations)")
    ResponseEntity<EntryAnswer> putOccupation(
            @Parameter(hidden = true) Caller caller, @PathVariable String id, @RequestBody CatalogueBody body) {
        return put(caller, Kind.OCCUPATION, id, body);
    }

    @PutMapping("/skills/{id}")
    @Operation(operationId = "putSkill", summary = "Add a skill or change it (operations)")
    ResponseEntity<EntryAnswer> putSkill(
            @Parameter(hidden = true) Caller caller, @PathVariable String id, @RequestBody CatalogueBody body) {
        return put(caller, Kind.SKILL, id, body);
    }

    @PutMapping("/occupations")
    @Operation(operationId = "putOccupations", summary = "Add or change several occupations, all or none (operations)")
    Listing<EntryAnswer> putOccupations(@Parameter(hidden = true) Caller caller, @RequestBody ItemsBody body) {
        return putAll(caller, Kind.OCCUPATION, body);
    }

    @PutMapping("/skills")
    @Operation(operationId = "putSkills", summary = "Add or change several skills, all or none (operations)")
    Listing<EntryAnswer> putSkills(@Parameter(hidden = true) Caller caller, @RequestBody ItemsBody body) {
        return putAll(caller, Kind.SKILL, body);
    }

    private Listing<EntryAnswer> list(
            Kind kind, @Nullable String family, @Nullable String cursor, @Nullable Integer limit) {
        Violations violations = new Violations();
        Page.Request request = Listing.byText(violations, cursor, limit);
        violations.refuseIfAny();
        return Listing.of(catalogue.list(kind, family, request), EntryAnswer::of);
    }

    private EntryAnswer find(Kind kind, String id) {
        return catalogue
                .find(kind, id)
                .map(EntryAnswer::of)
                .orElseThrow(() -> new Refusal.NotFound(kind.word(), id).asException());
    }

    private ResponseEntity<EntryAnswer> put(Caller caller, Kind kind, String id, CatalogueBody body) {
        Violations violations = new Violations();
        if (body.id() != null && !body.id().equals(id)) {
            violations.add("id", body.id(), "Leave it out, or give the id in the path (%s).".formatted(id));
        }
        CatalogueEntry entry = body.entry(violations, kind, id, "");
        violations.refuseIfAny();
        Posted<CatalogueEntry> posted = entering.enter(caller, List.of(entry)).getFirst();
        return ResponseEntity.status(posted.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(EntryAnswer.of(posted.resource()));
    }

    private Listing<EntryAnswer> putAll(Caller caller, Kind kind, ItemsBody body) {
        Violations violations = new Violations();
        List<CatalogueEntry> entries = new ArrayList<>();
        int index = 0;
        for (CatalogueBody item : violations.items("items", body.items(), MOST_AT_ONCE)) {
            String prefix = "items[%d].".formatted(index++);
            if (item == null) {
                violations.add(prefix + "id", null, "Give an entry.");
            } else {
                entries.add(item.entry(violations, kind, item.id(), prefix));
            }
        }
        violations.refuseIfAny();
        return new Listing<>(
                entering.enter(caller, entries).stream()
                        .map(posted -> EntryAnswer.of(posted.resource()))
                        .toList(),
                null);
    }
}
