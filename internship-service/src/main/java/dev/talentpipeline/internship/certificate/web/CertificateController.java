package dev.talentpipeline.internship.certificate.web;

import dev.talentpipeline.internship.catalogue.SkillLevel;
import dev.talentpipeline.internship.catalogue.web.SkillLevelBody;
import dev.talentpipeline.internship.certificate.Certificate;
import dev.talentpipeline.internship.certificate.KeepingCertificates;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.web.Answers;
import dev.talentpipeline.internship.resource.web.ChecksVersion;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.description.Described;
import dev.talentpipeline.kit.exports.OnlyInAnswers;
import dev.talentpipeline.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/people/{person}/certificates")
@Tag(name = "People")
class CertificateController {

    private final KeepingCertificates keeping;

    CertificateController(KeepingCertificates keeping) {
        this.keeping = keeping;
    }

    /** A certificate as it is sent. */
    record CertificateBody(
            @Described(as = Certificate.Level.class, required = true) @Nullable String level,

            @Described(required = true) @Nullable String number,

            @Described(as = LocalDate.class, required = true) @Nullable String issuedOn,

            @Nullable List<@Nullable SkillLevelBody> skills) {

        Certificate.Content content(Violations violations) {
            return new Certificate.Content(
                    violations.oneOf("level", level, Certificate.Level.class, null),
                    violations.text("number", number, 64),
                    violations.date("issuedOn", issuedOn),
                    SkillLevelBody.read(violations, "skills", skills));
        }
    }

    /**
     * A certificate as it is answered.
     *
     * @param possible what whom it is answered to could say of it now
     */
    record CertificateAnswer(
            UUID person,
            String occupation,
            long version,
            Certificate.Level level,
            String number,
            LocalDate issuedOn,
            List<SkillLevel> skills,
            Certificate.State state,
            Instant changedAt,
            @OnlyInAnswers List<DecisionBody.Decision> possible) {

        static CertificateAnswer of(Certificate certificate, Caller caller) {
            Certificate.Content content = certificate.content();
            return new CertificateAnswer(
                    certificate.person(),
                    certificate.occupation(),
                    certificate.version(),
                    content.level(),
                    content.number(),
                    content.issuedOn(),
                    content.skills(),
                    certificate.state(),
                    certificate.changedAt(),
                    Arrays.stream(DecisionBody.Decision.values())
                            .filter(decision -> certificate.decidable(caller).contains(decision.state()))
                            .toList());
        }
    }

    /** What a university says of a certificate. */
    record DecisionBody(
            @Described(as = Decision.class, required = true) @Nullable String decision) {

        @Schema(name = "CertificateDecision")
        enum Decision {
            VERIFY,
            REJECT;

            Certificate.State state() {
                return switch (this) {
                    case VERIFY -> Certificate.State.VERIFIED;
                    case REJECT -> Certificate.State.REJECTED;
                };
            }
        }
    }

    @GetMapping
    @Operation(
            operationId = "listCertificates",
            summary = "List a person's certificates (the student; their university)")
    Listing<CertificateAnswer> list(@Parameter(hidden = true) Caller caller, @PathVariable String person) {
        return new Listing<>(
                keeping.list(caller, person).stream()
                        .map(found -> CertificateAnswer.of(found, caller))
                        .toList(),
                null);
    }

    @PutMapping("/{occupation}")
    @ChecksVersion
    @Operation(
            operationId = "putCertificate",
            summary = "Enter the certificate for an occupation, or change it (the student; their university)")
    ResponseEntity<CertificateAnswer> put(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String person,
            @PathVariable String occupation,
            @RequestBody CertificateBody body) {
        Violations violations = new Violations();
        Certificate.Content content = body.content(violations);
        violations.refuseIfAny();
        return Answers.posted(
                keeping.put(caller, person, occupation, content),
                Certificate::version,
                put -> CertificateAnswer.of(put, caller));
    }

    @DeleteMapping("/{occupation}")
    @ChecksVersion
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeCertificate", summary = "Remove a certificate (the student; their university)")
    void remove(@Parameter(hidden = true) Caller caller, @PathVariable String person, @PathVariable String occupation) {
        keeping.remove(caller, person, occupation);
    }

    @PostMapping("/{occupation}/decisions")
    @ChecksVersion
    @Operation(
            operationId = "decideOnCertificate",
            summary =
                    "Say that the certificate was seen, or that it does not hold; with If-Match, of what was seen (the person's university)")
    ResponseEntity<CertificateAnswer> decide(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String person,
            @PathVariable String occupation,
            @RequestBody DecisionBody body) {
        Violations violations = new Violations();
        DecisionBody.Decision decision =
                violations.oneOf("decision", body.decision(), DecisionBody.Decision.class, null);
        violations.refuseIfAny();
        Certificate decided = keeping.decide(caller, person, occupation, decision == DecisionBody.Decision.VERIFY);
        return Answers.found(decided.version(), CertificateAnswer.of(decided, caller));
    }
}
