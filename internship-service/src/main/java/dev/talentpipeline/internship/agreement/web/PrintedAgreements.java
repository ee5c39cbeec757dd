package dev.talentpipeline.internship.agreement.web;

import dev.talentpipeline.internship.agreement.AgreementKind;
import dev.talentpipeline.internship.agreement.AgreementPrinter;
import dev.talentpipeline.internship.agreement.AgreementPrinter.Language;
import dev.talentpipeline.internship.agreement.AgreementSheet;
import dev.talentpipeline.internship.agreement.FindingAgreement;
import dev.talentpipeline.internship.refusal.Violations;
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

/** Answers with an agreement on paper. */
@Component
final class PrintedAgreements {

    private final FindingAgreement finding;
    private final AgreementPrinter printer;

    PrintedAgreements(FindingAgreement finding, AgreementPrinter printer) {
        this.finding = finding;
        this.printer = printer;
    }

    ResponseEntity<byte[]> of(Caller caller, AgreementKind kind, String id, @Nullable String language) {
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
