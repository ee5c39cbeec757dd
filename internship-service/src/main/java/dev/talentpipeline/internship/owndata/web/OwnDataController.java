package dev.talentpipeline.internship.owndata.web;

import dev.talentpipeline.internship.owndata.ErasingPerson;
import dev.talentpipeline.internship.owndata.Erasure;
import dev.talentpipeline.internship.owndata.Erasures;
import dev.talentpipeline.internship.owndata.ReadingOwnData;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Own data")
class OwnDataController {

    private final ReadingOwnData reading;
    private final ErasingPerson erasing;
    private final Erasures erasures;
    private final Duration window;

    OwnDataController(
            ReadingOwnData reading,
            ErasingPerson erasing,
            Erasures erasures,
            @Value("${talentpipeline.erasure-window:PT24H}") Duration window) {
        this.reading = reading;
        this.erasing = erasing;
        this.erasures = erasures;
        this.window = window;
    }

    /** Everything that is held, as it is answered. */
    record OwnDataAnswer(UUID person, Instant at, Map<String, List<Map<String, Object>>> data) {}

    /**
     * An erasure as it is answered.
     *
     * @param completeBy when nothing of the person is left in any file
     */
    record ErasureAnswer(
            UUID person,
            Instant askedAt,
            Instant completeBy,
            @Nullable Instant completedAt) {}

    @GetMapping("/api/v1/people/{person}/personal-data")
    @Operation(
            operationId = "readPersonalData",
            summary = "Read everything that is held about a person (the student; their university; on record)")
    ResponseEntity<OwnDataAnswer> read(@Parameter(hidden = true) Caller caller, @PathVariable String person) {
        ReadingOwnData.OwnData data = reading.read(caller, person);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new OwnDataAnswer(data.person(), data.at(), data.parts()));
    }

    @DeleteMapping("/api/v1/people/{person}/personal-data")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "erasePersonalData",
            summary = "Erase a person (the student; their university on request; on record)")
    ErasureAnswer erase(@Parameter(hidden = true) Caller caller, @PathVariable String person) {
        return answer(erasing.erase(caller, person));
    }

    @GetMapping("/api/v1/erasures")
    @Operation(operationId = "listErasures", summary = "List the erasures, by ids that lead to nobody (operations)")
    Listing<ErasureAnswer> list(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (!caller.is(Role.OPERATIONS)) {
            throw new Refusal.Forbidden("Erasures are for operations to see.").asException();
        }
        Violations violations = new Violations();
        Page.Request request = Listing.byId(violations, cursor, limit);
        violations.refuseIfAny();
        return Listing.of(erasures.list(request), this::answer);
    }

    private ErasureAnswer answer(Erasure erasure) {
        return new ErasureAnswer(
                erasure.person(), erasure.askedAt(), erasure.askedAt().plus(window), erasure.completedAt());
    }
}
