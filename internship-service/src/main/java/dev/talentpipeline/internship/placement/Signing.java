package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.offer.Party;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far an agreement is signed.
 *
 * @param revision of its text, from 1 on; another text has to be signed anew
 * @param by who has signed that text
 * @param lastOn the day of the latest signature; null while there is none
 */
public record Signing(
        int revision, List<Party> by, @Nullable LocalDate lastOn) {

    /** Who signs an agreement: a school only endorses. */
    public static final List<Party> SIGNATORIES = List.of(Party.STUDENT, Party.COMPANY, Party.UNIVERSITY);

    public Signing {
        by = by.stream().sorted().toList();
    }

    static Signing of(int revision) {
        return new Signing(revision, List.of(), null);
    }

    /** Whether all have signed. */
    public boolean isWhole() {
        return missing().isEmpty();
    }

    /** Who has yet to sign. */
    public List<Party> missing() {
        return SIGNATORIES.stream().filter(party -> !by.contains(party)).toList();
    }

    Signing signedBy(Party party, LocalDate on) {
        return new Signing(
                revision,
                Stream.concat(by.stream(), Stream.of(party)).distinct().toList(),
                lastOn == null || on.isAfter(lastOn) ? on : lastOn);
    }
}
