package dev.talentpipeline.internship.dossier;

import dev.talentpipeline.internship.dossier.Dossier.Content;
import dev.talentpipeline.internship.dossier.Dossier.File;
import dev.talentpipeline.internship.dossier.Dossier.FileFacts;
import dev.talentpipeline.internship.dossier.Dossier.FileKind;
import dev.talentpipeline.internship.dossier.Dossier.Link;
import dev.talentpipeline.internship.dossier.Dossier.Reading;
import dev.talentpipeline.internship.dossier.Dossier.Share;
import dev.talentpipeline.internship.resource.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The dossiers of all people, with whom they are shared, and who read what. */
public interface Dossiers {

    List<Link> links(UUID person);

    void saveLinks(UUID person, List<Link> links, Instant at);

    List<FileFacts> files(UUID person);

    Optional<File> file(UUID person, FileKind kind);

    /** Puts the file in the place of the one of its kind, if there is one. */
    void save(UUID person, FileFacts facts, Content content);

    /** Removes the file; says whether there was one. */
    boolean remove(UUID person, FileKind kind);

    /** Shares the dossier in the meeting; what is shared already stays so since then. */
    void share(UUID person, UUID meeting, String company, Instant at);

    /** Ends the sharing; waits for whoever is reading. Says whether there was any. */
    boolean withdraw(UUID meeting, Instant at);

    /** With whom the dossier may be read now. */
    List<Share> shares(UUID person);

    /**
     * The sharing in the meeting, if it allows reading now: it was not withdrawn, and the meeting goes on. It stays so until the running
     * transaction ends.
     */
    Optional<Share> hold(UUID meeting);

    void record(Reading reading);

    /** Readings of the dossier, the latest first. */
    Page<Reading> readings(UUID person, Page.Request request);
}
