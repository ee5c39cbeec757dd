package dev.talentpipeline.internship.offer;

import java.io.Serial;

/** A proposal that no state of this service can ever answer. */
public final class UnknownProposalException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnknownProposalException(String message) {
        super(message);
    }
}
