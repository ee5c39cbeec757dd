package dev.talentpipeline.internship.imports;

/** How far an import has come. */
public enum ImportState {
    /** The file is being read. */
    READING,
    /** It was read whole and can be looked at, committed if no row is bad, or cancelled. */
    READY,
    /** The file as a whole cannot be read; nothing of it is kept. */
    REFUSED,
    COMMITTING,
    /** All of its rows were entered. */
    COMMITTED,
    CANCELLED,
    /** Nobody committed it in time. */
    EXPIRED;

    /** Whether nothing happens to it any more. */
    public boolean isFinal() {
        return switch (this) {
            case READING, READY, COMMITTING -> false;
            case REFUSED, COMMITTED, CANCELLED, EXPIRED -> true;
        };
    }
}
