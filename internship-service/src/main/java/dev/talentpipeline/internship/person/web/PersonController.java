package dev.talentpipeline.internship.person.web;

import dev.talentpipeline.internship.person.GrantingAccess;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/people")
@Tag(name = "People")
class PersonController {

    private final GrantingAccess granting;
    private final People people;

    PersonController(GrantingAccess granting, People people) {
        this.granting = granting;
        this.people = people;
    }

    /** A grant as it is answered: the front door makes a token of it, which names who asked as the one who acts. */
    record GrantAnswer(UUID person, String org, List<Role> roles, String grantedTo, long expiresInSeconds) {}

    /** What is held about a person themselves. */
    record PersonAnswer(
            UUID person,
            String university,
            String number,
            String name,
            String email,
            @Nullable String phone,
            String language,
            List<People.Enrolment> students) {}

    @PostMapping("/{person}/access")
    @Operation(
            operationId = "giveAccess",
            // The front door makes a token of the answer, and describes that.
            extensions =
                    @Extension(properties = @ExtensionProperty(name = "x-internal", value = "true", parseValue = true)),
            summary = "Ask for access on behalf of a student (their university; on record)")
    GrantAnswer access(@Parameter(hidden = true) Caller caller, @PathVariable String person) {
        GrantingAccess.Grant grant = granting.grant(caller, person);
        return new GrantAnswer(
                grant.person(),
                grant.org(),
                List.of(Role.STUDENT),
                Objects.requireNonNullElse(caller.actor(), caller.subject()),
                grant.life().toSeconds());
    }

    @GetMapping("/me")
    @Operation(operationId = "getOwnPerson", summary = "Read your own record (a student)")
    PersonAnswer me(@Parameter(hidden = true) Caller caller) {
        String id = caller.person();
        Person person = Optional.ofNullable(Violations.id(id))
                .flatMap(people::find)
                .filter(found -> !found.isErased())
                .orElseThrow(() -> new Refusal.NotFound("person", id == null ? "me" : id).asException());
        return new PersonAnswer(
                person.id(),
                person.university(),
                person.number(),
                person.name(),
                person.email(),
                person.phone(),
                person.language().name().toLowerCase(Locale.ROOT),
                people.enrolments(person.id()));
    }
}
