package dev.talentpipeline.internship.organisation;

import dev.talentpipeline.internship.catalogue.Named;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A school of a university.
 *
 * @param id the university's own, unique there
 */
public record School(String university, String id, String nameZh, String nameEn, long version, Instant changedAt)
        implements Named {

    @Override
    public Stream<String> names() {
        return Stream.of(id, nameZh, nameEn);
    }

    /** This school by other names, one version on; itself if they are the same. */
    School named(String zh, String en, Instant now) {
        return zh.equals(nameZh) && en.equals(nameEn) ? this : new School(university, id, zh, en, version + 1, now);
    }
}
