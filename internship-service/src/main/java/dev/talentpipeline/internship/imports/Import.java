package dev.talentpipeline.internship.imports;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way into a programme.
 *
 * @param organisation that uploaded it; to everybody else there is no such import
 * @param version grows by 1 with every change of state
 * @param findings what the file says of itself; null until it was read, and after the end
 * @param fault why it was refused, or why its last commit was; null otherwise
 * @param expiresAt when it is forgotten unless it is committed
 * @param kept whether its file is here, to be read again
 */
public record Import(
        UUID id,
        String programme,
        ImportKind kind,
        String organisation,
        long version,
        ImportState state,
        Counts counts,
        @Nullable Findings findings,
        @Nullable Fault fault,
        Instant createdAt,
        Instant expiresAt,
        boolean kept) {

    /** This import in another state, one version on. */
    Import become(ImportState toState, @Nullable Findings found, @Nullable Fault because) {
        return as(version + 1, toState, found, because);
    }

    /** The same import under a version that tells it anew. */
    Import toldAs(long told) {
        return as(told, state, findings, fault);
    }

    private Import as(long nextVersion, ImportState toState, @Nullable Findings found, @Nullable Fault because) {
        return new Import(
                id,
                programme,
                kind,
                organisation,
                nextVersion,
                toState,
                counts,
                found,
                because,
                createdAt,
                expiresAt,
                kept);
    }

    /** What whoever uploaded it could do with it now, in a programme that still takes what is posted into it or not. */
    public List<ImportAct> possible(boolean open) {
        return Arrays.stream(ImportAct.values())
                .filter(act -> switch (act) {
                    case COMMIT -> open && isReady() && counts.bad() == 0;
                    case CANCEL -> !state.isFinal();
                    case READ_AGAIN -> open && isReady() && kept;
                })
                .toList();
    }

    boolean isReady() {
        return state == ImportState.READY;
    }

    Import counting(Counts toCounts) {
        return new Import(
                id,
                programme,
                kind,
                organisation,
                version,
                state,
                toCounts,
                findings,
                fault,
                createdAt,
                expiresAt,
                kept);
    }

    /**
     * How many rows there are; blank ones do not count.
     *
     * @param read rows read so far
     * @param done rows entered so far, while it is committed
     * @param fresh rows that enter something new
     * @param same rows that change nothing
     */
    public record Counts(int read, int done, int fresh, int changed, int same, int bad) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
    }
}
