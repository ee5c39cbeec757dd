package dev.talentpipeline.internship.roll.web;

import dev.talentpipeline.internship.person.GrantingAccess;
import dev.talentpipeline.internship.person.Person;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.internship.roll.ClaimingRollEntry;
import dev.talentpipeline.internship.roll.ComingInByMail;
import dev.talentpipeline.internship.roll.GivingClaimLinks;
import dev.talentpipeline.internship.roll.LookingAtClaimLink;
import dev.talentpipeline.internship.roll.RenewingLinks;
import dev.talentpipeline.kit.exports.MadeList;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Links to claim entries of a roll, the claim, and the way in of who has claimed. Answers with a secret in them are kept nowhere. */
@RestController
@Tag(name = "Roll")
class ClaimController {

    private static final String ROLL = "/api/v1/organisations/{organisation}/roll";

    private final GivingClaimLinks giving;
    private final ClaimingRollEntry claiming;
    private final LookingAtClaimLink looking;
    private final RenewingLinks renewing;
    private final ComingInByMail comingIn;
    private final String issuer;

    ClaimController(
            GivingClaimLinks giving,
            ClaimingRollEntry claiming,
            LookingAtClaimLink looking,
            RenewingLinks renewing,
            ComingInByMail comingIn,
            @Value("${talentpipeline.issuer:http://localhost:8080}") String issuer) {
        this.giving = giving;
        this.claiming = claiming;
        this.looking = looking;
        this.renewing = renewing;
        this.comingIn = comingIn;
        this.issuer = issuer;
    }

    /** A link as it is answered, with what is needed to hand it over. */
    record LinkAnswer(
            UUID entry,
            String number,
            String name,
            @Nullable String school,
            @Nullable String phone,
            @Nullable String email,
            String link,
            String secret,
            Instant expiresAt) {}

    private LinkAnswer answer(GivingClaimLinks.Given given) {
        return new LinkAnswer(
                given.entry().id(),
                given.entry().number(),
                given.entry().facts().name(),
                given.entry().facts().school(),
                given.entry().facts().phone(),
                given.entry().facts().email(),
                issuer + "/claim?secret=" + given.secret(),
                given.secret(),
                given.expiresAt());
    }

    @PostMapping(ROLL + "/{entry}/claim-links")
    @Operation(
            operationId = "giveClaimLink",
            summary = "Make a link by which the student claims the entry (the university; a school for its own)")
    ResponseEntity<LinkAnswer> give(
            @Parameter(hidden = true) Caller caller, @PathVariable String organisation, @PathVariable String entry) {
        return once(answer(giving.give(caller, organisation, entry)));
    }

    @PostMapping(ROLL + "/claim-links")
    @MadeList
    @Operation(
            operationId = "giveClaimLinks",
            summary =
                    "Make a link for each of the next entries that nobody has claimed: remind them (the university; a school for its own)")
    Listing<LinkAnswer> giveAll(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) HttpServletResponse response,
            @PathVariable String organisation,
            @RequestParam(required = false) @Nullable String school,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @Parameter(description = "All of them as a file: CSV, XLSX or JSON; read before this is called")
                    @RequestParam(required = false)
                    @Nullable String format,
            @Parameter(description = "Of the file's columns: zh or en") @RequestParam(required = false) @Nullable String language) {
        Violations violations = new Violations();
        Page.Request request = Listing.byText(violations, cursor, limit);
        violations.refuseIfAny();
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return Listing.of(giving.giveAll(caller, organisation, school, request), this::answer);
    }

    @DeleteMapping(ROLL + "/{entry}/claim-links")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "takeBackClaimLink",
            summary = "Take back every link of the entry that is not used (the university)")
    void takeBack(
            @Parameter(hidden = true) Caller caller, @PathVariable String organisation, @PathVariable String entry) {
        giving.takeBack(caller, organisation, entry);
    }

    /** A claim as it is sent. */
    record ClaimBody(
            @Nullable String secret,
            @Nullable String email,
            @Nullable String language) {}

    /** A grant as it is answered: the front door makes a session or a token of it. */
    record ClaimAnswer(UUID person, String org, List<Role> roles, UUID grantedTo, long expiresInSeconds) {}

    @PostMapping("/api/v1/roll-claims")
    @Operation(
            operationId = "claimRollEntry",
            // The front door makes a token of the answer, and describes that.
            extensions =
                    @Extension(properties = @ExtensionProperty(name = "x-internal", value = "true", parseValue = true)),
            summary = "Claim an entry of a roll by the secret of its link (whoever has the link, at the front door)")
    ResponseEntity<ClaimAnswer> claim(
            @Parameter(hidden = true) Caller caller,
            @Parameter(
                            description =
                                    "What whoever claims has sent as Idempotency-Key: with it the claim can be repeated for 10 minutes")
                    @RequestHeader(name = "Claim-Key", required = false)
                    @Nullable String key,
            @RequestBody ClaimBody body) {
        Violations violations = new Violations();
        String secret = violations.text("secret", body.secret(), 100);
        String email = body.email() == null ? null : violations.email("email", body.email());
        Person.Language language = body.language() == null
                ? null
                : violations.oneOf("language", body.language(), Person.Language.class, null);
        violations.refuseIfAny();
        return once(answer(claiming.claim(caller, secret, key, email, language)));
    }

    /** The secret of a link that is looked at, as it is sent. */
    record LookBody(@Nullable String secret) {}

    /** Whose link it is, as far as whoever has it may know before they claim. */
    record LookAnswer(
            String university,
            @Nullable String nameZh,
            @Nullable String nameEn,
            String numberEnd,
            Instant expiresAt) {}

    @PostMapping("/api/v1/roll-claims/lookups")
    @Operation(
            operationId = "lookAtClaimLink",
            // Only the front door may ask.
            extensions =
                    @Extension(properties = @ExtensionProperty(name = "x-internal", value = "true", parseValue = true)),
            summary = "See whether a link claims, and whose it is, without using it up (at the front door)")
    ResponseEntity<LookAnswer> look(@Parameter(hidden = true) Caller caller, @RequestBody LookBody body) {
        Violations violations = new Violations();
        String secret = violations.text("secret", body.secret(), 100);
        violations.refuseIfAny();
        LookingAtClaimLink.Seen seen = looking.look(caller, secret);
        return once(
                new LookAnswer(seen.university(), seen.nameZh(), seen.nameEn(), seen.numberEnd(), seen.expiresAt()));
    }

    /**
     * Whose link is renewed, as it is sent: one of the three.
     *
     * @param secret of an old link
     */
    record RenewalBody(
            @Nullable String secret,
            @Nullable String person,
            @Nullable String email,
            @Nullable String language) {}

    @PostMapping("/api/v1/roll-claims/renewals")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "renewLink",
            // Only the front door may ask.
            extensions =
                    @Extension(properties = @ExtensionProperty(name = "x-internal", value = "true", parseValue = true)),
            summary = "Have another link mailed to the student of an old one, or of an address (at the front door)")
    void renew(@Parameter(hidden = true) Caller caller, @RequestBody RenewalBody body) {
        Violations violations = new Violations();
        RenewingLinks.Whose whose;
        if (body.email() != null) {
            whose = new RenewingLinks.Whose.ReachedAt(violations.email("email", body.email()));
        } else if (body.person() != null) {
            UUID person = Violations.id(body.person());
            whose = new RenewingLinks.Whose.Known(person == null ? new UUID(0, 0) : person);
        } else {
            whose = new RenewingLinks.Whose.OldLink(violations.text("secret", body.secret(), 100));
        }
        Person.Language language = body.language() == null
                ? Person.Language.ZH
                : violations.oneOf("language", body.language(), Person.Language.class, null);
        violations.refuseIfAny();
        renewing.renew(caller, whose, language);
    }

    /** The secret of a link that was mailed to a student, as it is sent. */
    record ComingInBody(@Nullable String secret) {}

    @PostMapping("/api/v1/access-links")
    @Operation(
            operationId = "comeInByMail",
            // The front door makes a session of the answer.
            extensions =
                    @Extension(properties = @ExtensionProperty(name = "x-internal", value = "true", parseValue = true)),
            summary = "Come in by the secret of a link that was mailed (whoever has the link, at the front door)")
    ResponseEntity<ClaimAnswer> comeIn(@Parameter(hidden = true) Caller caller, @RequestBody ComingInBody body) {
        Violations violations = new Violations();
        String secret = violations.text("secret", body.secret(), 100);
        violations.refuseIfAny();
        return once(answer(comingIn.comeIn(caller, secret)));
    }

    private static ClaimAnswer answer(GrantingAccess.Grant grant) {
        return new ClaimAnswer(
                grant.person(),
                grant.org(),
                List.of(Role.STUDENT),
                grant.person(),
                grant.life().toSeconds());
    }

    private static <T> ResponseEntity<T> once(T answer) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }
}
