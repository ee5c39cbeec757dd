package dev.talentpipeline.internship.dossier.web;

import dev.talentpipeline.internship.dossier.Dossier.FileKind;
import dev.talentpipeline.internship.dossier.Dossier.Link;
import dev.talentpipeline.internship.dossier.Dossier.Part;
import dev.talentpipeline.internship.dossier.Dossier.Reading;
import dev.talentpipeline.internship.dossier.KeepingDossier;
import dev.talentpipeline.internship.dossier.web.DossierAnswer.FileAnswer;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/people/{person}/dossier")
@Tag(name = "Dossiers")
class OwnDossierController {

    private static final int MOST_LINKS = 10;
    private static final Pattern ADDRESS = Pattern.compile("https://[^\\s\\p{Cntrl}]{1,500}");

    private final KeepingDossier keeping;

    OwnDossierController(KeepingDossier keeping) {
        this.keeping = keeping;
    }

    /** What is put, beside files. */
    record DossierBody(@Described(required = true) @Nullable List<@Nullable LinkBody> links) {}

    /** A link as it is sent. */
    record LinkBody(
            @Described(required = true) @Nullable String label,

            @Described(required = true) @Nullable String address) {}

    /** Which company read what, and when. */
    record ReadingAnswer(Instant at, String company, UUID meeting, Part part) {
        static ReadingAnswer of(Reading reading) {
            return new ReadingAnswer(reading.at(), reading.company(), reading.meeting(), reading.part());
        }
    }

    @GetMapping
    @Operation(operationId = "getDossier", summary = "Read your dossier, and with whom it is shared (the student)")
    DossierAnswer get(@Parameter(hidden = true) Caller caller, @PathVariable String person) {
        return DossierAnswer.of(keeping.find(caller, person));
    }

    @PutMapping
    @Operation(operationId = "putDossier", summary = "Set the links of your dossier (the student)")
    DossierAnswer put(
            @Parameter(hidden = true) Caller caller, @PathVariable String person, @RequestBody DossierBody body) {
        Violations violations = new Violations();
        List<Link> links = new ArrayList<>();
        int index = 0;
        for (LinkBody link : violations.items("links", body.links(), MOST_LINKS)) {
            String prefix = "links[%d].".formatted(index++);
            links.add(new Link(
                    violations.text(prefix + "label", link == null ? null : link.label(), 100),
                    violations.matching(
                            prefix + "address",
                            link == null ? null : link.address(),
                            ADDRESS,
                            "Give an address that begins with https://, of at most 500 characters.")));
        }
        violations.refuseIfAny();
        return DossierAnswer.of(keeping.putLinks(caller, person, links));
    }

    @PutMapping(path = "/files/{kind}", consumes = MediaType.ALL_VALUE)
    @Operation(
            operationId = "putDossierFile",
            summary =
                    "Put your CV or transcript: its bytes as the body, a PDF, PNG or JPEG of at most 5 MiB (the student)")
    @ApiResponse(responseCode = "200", description = "What was found to be in the file")
    FileAnswer put(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String person,
            @PathVariable String kind,
            @RequestBody(required = false) byte @Nullable [] content) {
        return FileAnswer.of(keeping.put(caller, person, kind(kind), content == null ? new byte[0] : content));
    }

    @GetMapping("/files/{kind}")
    @Operation(operationId = "readDossierFile", summary = "Read a file of your dossier (the student)")
    ResponseEntity<byte[]> file(
            @Parameter(hidden = true) Caller caller, @PathVariable String person, @PathVariable String kind) {
        return FileResponses.of(keeping.file(caller, person, kind(kind)));
    }

    @DeleteMapping("/files/{kind}")
    @Operation(operationId = "removeDossierFile", summary = "Remove a file of your dossier (the student)")
    @ApiResponse(responseCode = "204", description = "It is gone")
    ResponseEntity<Void> remove(
            @Parameter(hidden = true) Caller caller, @PathVariable String person, @PathVariable String kind) {
        keeping.remove(caller, person, kind(kind));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/readings")
    @Operation(
            operationId = "listDossierReadings",
            summary = "List who read what of your dossier, the latest first (the student)")
    Listing<ReadingAnswer> readings(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String person,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        Page.Request request = Listing.byNumber(violations, cursor, limit);
        violations.refuseIfAny();
        return Listing.of(keeping.readings(caller, person, request), ReadingAnswer::of);
    }

    static FileKind kind(String kind) {
        Violations violations = new Violations();
        FileKind read = violations.oneOf("kind", kind, FileKind.class, null);
        violations.refuseIfAny();
        return read;
    }
}
