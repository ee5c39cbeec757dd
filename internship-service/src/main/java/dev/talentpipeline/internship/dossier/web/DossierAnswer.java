package dev.talentpipeline.internship.dossier.web;

import dev.talentpipeline.internship.dossier.Dossier;
import dev.talentpipeline.internship.dossier.Dossier.FileFacts;
import dev.talentpipeline.internship.dossier.Dossier.FileKind;
import dev.talentpipeline.internship.dossier.Dossier.Link;
import dev.talentpipeline.internship.dossier.Dossier.Share;
import dev.talentpipeline.internship.dossier.KeepingDossier.Own;
import dev.talentpipeline.internship.dossier.ReadingDossier.Shown;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A dossier as its owner sees it. */
record DossierAnswer(
        UUID person, String name, List<LinkAnswer> links, List<FileAnswer> files, List<ShareAnswer> shares) {

    /** A link. */
    record LinkAnswer(String label, String address) {
        static LinkAnswer of(Link link) {
            return new LinkAnswer(link.label(), link.address());
        }
    }

    /** A file, without its content. */
    record FileAnswer(FileKind kind, String contentType, int bytes, String sha256, Instant uploadedAt) {
        static FileAnswer of(FileFacts facts) {
            return new FileAnswer(
                    facts.kind(), facts.type().mediaType(), facts.bytes(), facts.sha256(), facts.uploadedAt());
        }
    }

    /** With whom it is shared. */
    record ShareAnswer(UUID meeting, String company, Instant since) {
        static ShareAnswer of(Share share) {
            return new ShareAnswer(share.meeting(), share.company(), share.since());
        }
    }

    /** A dossier as it is shown to a company; who the person is in the platform stays apart. */
    record ShownAnswer(UUID meeting, Instant since, String name, List<LinkAnswer> links, List<FileAnswer> files) {
        static ShownAnswer of(Shown shown) {
            Dossier dossier = shown.dossier();
            return new ShownAnswer(
                    shown.share().meeting(), shown.share().since(), dossier.name(), linksOf(dossier), filesOf(dossier));
        }
    }

    static DossierAnswer of(Own own) {
        Dossier dossier = own.dossier();
        return new DossierAnswer(
                dossier.person(),
                dossier.name(),
                linksOf(dossier),
                filesOf(dossier),
                own.shares().stream().map(ShareAnswer::of).toList());
    }

    private static List<LinkAnswer> linksOf(Dossier dossier) {
        return dossier.links().stream().map(LinkAnswer::of).toList();
    }

    private static List<FileAnswer> filesOf(Dossier dossier) {
        return dossier.files().stream().map(FileAnswer::of).toList();
    }
}
