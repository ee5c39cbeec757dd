package dev.talentpipeline.internship.dossier.web;

import dev.talentpipeline.internship.dossier.Dossier.File;
import dev.talentpipeline.internship.dossier.Dossier.FileFacts;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files as answers: to be saved, kept by no cache, and taken for what they were found to be and nothing else. */
final class FileResponses {

    private FileResponses() {}

    static ResponseEntity<byte[]> of(File file) {
        FileFacts facts = file.facts();
        String name = facts.kind().name().toLowerCase(Locale.ROOT) + "."
                + facts.type().suffix();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(facts.type().mediaType()))
                .eTag(facts.sha256())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(file.content().bytes());
    }
}
