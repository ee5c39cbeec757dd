package dev.talentpipeline.internship.dossier.web;

import dev.talentpipeline.internship.dossier.Dossier.Share;
import dev.talentpipeline.internship.dossier.ReadingDossier;
import dev.talentpipeline.internship.dossier.SharingDossier;
import dev.talentpipeline.internship.dossier.web.DossierAnswer.ShownAnswer;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/meetings/{meeting}/dossier")
@Tag(name = "Dossiers")
class SharedDossierController {

    private final SharingDossier sharing;
    private final ReadingDossier reading;

    SharedDossierController(SharingDossier sharing, ReadingDossier reading) {
        this.sharing = sharing;
        this.reading = reading;
    }

    /** Whether to show it. */
    @Schema(name = "DossierSharingBody")
    record SharingBody(@Described(required = true) @Nullable Boolean share) {}

    /** Whether it is shown, and since when. */
    @Schema(name = "DossierSharing")
    record SharingAnswer(
            String meeting, boolean shared, @Nullable Instant since) {}

    @PostMapping
    @Operation(
            operationId = "shareDossier",
            summary = "Show your dossier to the company of the meeting, or stop showing it at once (the student)")
    SharingAnswer share(
            @Parameter(hidden = true) Caller caller, @PathVariable String meeting, @RequestBody SharingBody body) {
        Violations violations = new Violations();
        Boolean share = body.share();
        if (share == null) {
            violations.add("share", null, "Give true to show it or false to stop.");
        }
        violations.refuseIfAny();
        Optional<Share> shared = sharing.share(caller, meeting, Boolean.TRUE.equals(share));
        return new SharingAnswer(
                meeting, shared.isPresent(), shared.map(Share::since).orElse(null));
    }

    @GetMapping
    @Operation(
            operationId = "readSharedDossier",
            summary = "Read the dossier that the student shows you; the reading is recorded (company)")
    ResponseEntity<ShownAnswer> read(@Parameter(hidden = true) Caller caller, @PathVariable String meeting) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(ShownAnswer.of(reading.read(caller, meeting)));
    }

    @GetMapping("/files/{kind}")
    @Operation(
            operationId = "readSharedDossierFile",
            summary = "Read the CV or transcript that the student shows you; the reading is recorded (company)")
    ResponseEntity<byte[]> file(
            @Parameter(hidden = true) Caller caller, @PathVariable String meeting, @PathVariable String kind) {
        return FileResponses.of(reading.read(caller, meeting, OwnDossierController.kind(kind)));
    }
}
