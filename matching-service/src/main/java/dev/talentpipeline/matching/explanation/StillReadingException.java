package dev.talentpipeline.matching.explanation;

import java.io.Serial;

/** Says that a partition is not read to its end yet, so that nothing can be told about its programmes; it will be soon. */
public final class StillReadingException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StillReadingException(int partition) {
        super("Partition %d is still being read.".formatted(partition));
    }
}
