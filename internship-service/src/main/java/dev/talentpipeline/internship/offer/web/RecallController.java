package dev.talentpipeline.internship.offer.web;

import dev.talentpipeline.internship.offer.RecallingClearing;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/programmes/{programme}/clearings/{number}/recall")
@Tag(name = "Programmes")
class RecallController {

    private final RecallingClearing recalling;

    RecallController(RecallingClearing recalling) {
        this.recalling = recalling;
    }

    @GetMapping
    @Operation(
            operationId = "previewRecall",
            summary = "See whom recalling a clearing would touch, or has touched (the programme's owner, operations)")
    RecallAnswer preview(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return RecallAnswer.of(recalling.preview(caller, programme, number, page(cursor, limit)));
    }

    @PostMapping
    @Operation(
            operationId = "recallClearing",
            summary = "Recall a clearing: take back its unanswered offers (the programme's owner, operations)")
    RecallAnswer recall(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String programme,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable Integer limit) {
        return RecallAnswer.of(recalling.recall(caller, programme, number, page(null, limit)));
    }

    private static Page.Request page(@Nullable String cursor, @Nullable Integer limit) {
        Violations violations = new Violations();
        Page.Request request = Listing.byId(violations, cursor, limit);
        violations.refuseIfAny();
        return request;
    }
}
