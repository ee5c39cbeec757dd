package dev.talentpipeline.internship.audit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.talentpipeline.internship.audit.AuditEntry;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.audit.ReadingAudit;
import dev.talentpipeline.internship.origin.Acting;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Audit")
class AuditController {

    private final ReadingAudit reading;

    AuditController(ReadingAudit reading) {
        this.reading = reading;
    }

    /** Who did it. Which account it was is for its own organisation and operations to know. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ByAnswer(
            String role,
            @Nullable String subject,
            @Nullable String onBehalfOf,
            @Nullable String org) {

        static ByAnswer of(Acting by, Caller caller) {
            String org = by.org();
            boolean own = caller.is(Role.OPERATIONS)
                    || (org == null && by.person() == null)
                    || (caller.is(Role.STUDENT)
                            ? caller.person() != null && caller.person().equals(by.person())
                            : org != null && org.equals(caller.org()));
            return new ByAnswer(by.role(), own ? by.subject() : null, own ? by.onBehalfOf() : null, org);
        }
    }

    /** One entry as it is answered. Companies know students by their id in the programme, and people not at all. */
    record EntryAnswer(
            long position,
            Instant at,
            String deed,
            String entity,
            String id,
            @Nullable Long version,
            Map<String, String> facts,
            ByAnswer by,
            String correlation,
            @Nullable String causation) {

        static EntryAnswer of(AuditEntry entry, Caller caller) {
            Map<String, String> facts = new TreeMap<>(entry.deed().facts());
            if (caller.is(Role.COMPANY)) {
                facts.remove("person");
            }
            if (caller.is(Role.STUDENT)) {
                facts.keySet().removeAll(Set.of(Deed.LINK_GIVEN_BY, Deed.LINK_GIVEN_FOR));
            }
            return new EntryAnswer(
                    entry.position(),
                    entry.at(),
                    entry.deed().what(),
                    entry.deed().entity().kind(),
                    entry.deed().entity().id(),
                    entry.deed().version(),
                    facts,
                    ByAnswer.of(entry.by(), caller),
                    entry.correlationId(),
                    entry.causationId());
        }
    }

    @GetMapping("/api/v1/audit")
    @Operation(
            operationId = "listAuditEntries",
            summary =
                    "Read the audit trail, oldest entry first (operations: all; organisations and students: what concerns their own)")
    Listing<EntryAnswer> list(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "such as OFFER, INTERNSHIP, STUDENT, PERSON")
                    @RequestParam(required = false)
                    @Nullable String kind,
            @Parameter(description = "id of the entity") @RequestParam(required = false) @Nullable String entity,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String correlation,
            @Parameter(description = "no entry before this time, ISO 8601") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "only entries before this time, ISO 8601")
                    @RequestParam(required = false)
                    @Nullable String until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Violations violations = new Violations();
        UUID about = Violations.id(person);
        if (person != null && about == null) {
            violations.add("person", person, "Give the id of a person.");
        }
        ReadingAudit.Question question = new ReadingAudit.Question(
                kind,
                entity,
                about,
                correlation,
                violations.optionalInstant("from", from),
                violations.optionalInstant("until", until));
        Page.Request request = Listing.byNumber(violations, cursor, limit);
        violations.refuseIfAny();
        return Listing.of(reading.list(caller, question, request), entry -> EntryAnswer.of(entry, caller));
    }
}
