package dev.talentpipeline.internship.agreement.web;

import dev.talentpipeline.internship.agreement.AgreementKind;
import dev.talentpipeline.internship.agreement.AgreementPrinter;
import dev.talentpipeline.internship.agreement.AgreementPrinter.Language;
import dev.talentpipeline.internship.agreement.AgreementSheet;
import dev.talentpipeline.internship.agreement.FindingAgreement;
import dev.talentpipeline.internship.agreement.FindingAgreement.Told;
import dev.talentpipeline.internship.agreement.SigningAgreement;
import dev.talentpipeline.internship.agreement.SigningAgreement.Asked;
import dev.talentpipeline.internship.agreement.web.AgreementBodies.SignatureBody;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.web.Answers;
import dev.talentpipeline.kit.security.Caller;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What agreements of both kinds are asked for alike: to be read, printed and signed. */
@Component
final class AgreementRequests {

    private final FindingAgreement finding;
    private final SigningAgreement signing;
    private final AgreementPrinter printer;

    AgreementRequests(FindingAgreement finding, SigningAgreement signing, AgreementPrinter printer) {
        this.finding = finding;
        this.signing = signing;
        this.printer = printer;
    }

    ResponseEntity<AgreementAnswer> read(Caller caller, AgreementKind kind, String id) {
        return answer(finding.find(caller, kind, id));
    }

    ResponseEntity<AgreementAnswer> sign(Caller caller, AgreementKind kind, String id, SignatureBody body) {
        Violations violations = new Violations();
        Asked asked = body.asked(violations);
        violations.refuseIfAny();
        return answer(signing.sign(caller, kind, id, asked));
    }

    private static ResponseEntity<AgreementAnswer> answer(Told told) {
        return Answers.found(told.agreement().version(), AgreementAnswer.of(told));
    }

    ResponseEntity<byte[]> print(Caller caller, AgreementKind kind, String id, @Nullable String language) {
        Violations violations = new Violations();
        List<Language> languages = language == null
                ? List.of(Language.values())
                : List.of(violations.oneOf("language", language, Language.class, null));
        violations.refuseIfAny();
        AgreementSheet sheet = finding.sheet(caller, kind, id);
        String file = "%s-agreement-%d.pdf"
                .formatted(
                        kind.name().toLowerCase(Locale.ROOT), sheet.agreement().revision());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                // It names people.
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(file).build().toString())
                .body(printer.print(sheet, languages));
    }
}
