package dev.talentpipeline.notification.listing;

import org.jspecify.annotations.Nullable;

/**
 * What notices say about a programme, and the rules that decide what they say: whether an accepted offer still waits
 * for the university's endorsement, and what silence means.
 *
 * @param approvalDefault LAPSE or APPROVE, if a company does not answer; null: not said
 * @param endorsementDefault LAPSE or ENDORSE, if a university does not; null: not said
 */
public record Programme(
        String programmeId,
        long version,
        String name,
        boolean universityEndorsement,
        @Nullable String approvalDefault,
        @Nullable String endorsementDefault) {

    /** One of which it is not said what silence means. */
    public Programme(String programmeId, long version, String name, boolean universityEndorsement) {
        this(programmeId, version, name, universityEndorsement, null, null);
    }
}
