package dev.talentpipeline.internship.reconciliation.web;

import dev.talentpipeline.internship.reconciliation.Difference;
import dev.talentpipeline.internship.reconciliation.Difference.Outcome;
import dev.talentpipeline.internship.reconciliation.Differences;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.listing.Listed;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Reconciliation")
class ReconciliationController {

    private final Differences differences;

    ReconciliationController(Differences differences) {
        this.differences = differences;
    }

    /** How many entities of a topic had which outcome. */
    record CountAnswer(Instant at, String topic, Outcome outcome, long count) {
        static CountAnswer of(Differences.Count count) {
            return new CountAnswer(count.at(), count.topic(), count.outcome(), count.count());
        }
    }

    /** The counts of all, newest first, and a page of the differences. */
    record ReconciliationAnswer(
            List<CountAnswer> counts,
            List<Difference> items,
            @Nullable String next) implements Listed<Difference> {}

    @GetMapping("/api/v1/reconciliations")
    @Operation(
            operationId = "listReconciliations",
            summary = "List what topics said beyond a database out of a backup, and what became of it (operations)")
    ReconciliationAnswer list(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (!caller.is(Role.OPERATIONS)) {
            throw new Refusal.Forbidden("Reconciliations are for operations to see.").asException();
        }
        Violations violations = new Violations();
        Page.Request request = Listing.byNumber(violations, cursor, limit);
        violations.refuseIfAny();
        Listing<Difference> page = Listing.of(differences.list(request), Function.identity());
        return new ReconciliationAnswer(
                differences.counts().stream().map(CountAnswer::of).toList(), page.items(), page.next());
    }
}
