package dev.talentpipeline.internship.reason.web;

import dev.talentpipeline.internship.reason.Act;
import dev.talentpipeline.internship.reason.EnteringReasons;
import dev.talentpipeline.internship.reason.Reason;
import dev.talentpipeline.internship.reason.Reasons;
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
@RequestMapping("/api/v1/catalogue/reasons")
@Tag(name = "Catalogue")
class ReasonController {

    private static final int MOST_AT_ONCE = 1_000;

    private final Reasons reasons;
    private final EnteringReasons entering;

    ReasonController(Reasons reasons, EnteringReasons entering) {
        this.reasons = reasons;
        this.entering = entering;
    }

    /** Several reasons as they are sent. */
    record ItemsBody(@Described(required = true) @Nullable List<@Nullable ReasonBody> items) {}

    /** A reason as it is answered. */
    record ReasonAnswer(Act act, String code, String en, String zh) {
        static ReasonAnswer of(Reason reason) {
            return new ReasonAnswer(reason.act(), reason.code(), reason.en(), reason.zh());
        }
    }

    @GetMapping
    @Operation(operationId = "listReasons", summary = "List the reasons that may be given, for each act or for one")
    Listing<ReasonAnswer> list(
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        Act of = act == null ? null : violations.oneOf("act", act, Act.class, null);
        Page.Request request = Listing.byText(violations, cursor, limit);
        violations.refuseIfAny();
        return Listing.of(reasons.list(of, request), ReasonAnswer::of);
    }

    @PutMapping("/{act}/{code}")
    @Operation(operationId = "putReason", summary = "Add a reason or change its words (operations)")
    ResponseEntity<ReasonAnswer> put(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String act,
            @PathVariable String code,
            @RequestBody ReasonBody body) {
        Violations violations = new Violations();
        refuseAnother(violations, "act", body.act(), act);
        refuseAnother(violations, "code", body.code(), code);
        Reason reason = body.reason(violations, act, code, "");
        violations.refuseIfAny();
        Posted<Reason> posted = entering.enter(caller, List.of(reason)).getFirst();
        return ResponseEntity.status(posted.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ReasonAnswer.of(posted.resource()));
    }

    private static void refuseAnother(Violations violations, String field, @Nullable String sent, String inPath) {
        if (sent != null && !sent.equals(inPath)) {
            violations.add(field, sent, "Leave it out, or give the %s in the path (%s).".formatted(field, inPath));
        }
    }

    @PutMapping
    @Operation(operationId = "putReasons", summary = "Add or change several reasons, all or none (operations)")
    Listing<ReasonAnswer> putAll(@Parameter(hidden = true) Caller caller, @RequestBody ItemsBody body) {
        Violations violations = new Violations();
        List<Reason> entries = new ArrayList<>();
        int index = 0;
        for (ReasonBody item : violations.items("items", body.items(), MOST_AT_ONCE)) {
            String prefix = "items[%d].".formatted(index++);
            if (item == null) {
                violations.add(prefix + "code", null, "Give a reason.");
            } else {
                entries.add(item.reason(violations, item.act(), item.code(), prefix));
            }
        }
        violations.refuseIfAny();
        return new Listing<>(
                entering.enter(caller, entries).stream()
                        .map(posted -> ReasonAnswer.of(posted.resource()))
                        .toList(),
                null);
    }
}
