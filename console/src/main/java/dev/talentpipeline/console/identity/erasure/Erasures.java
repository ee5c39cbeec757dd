package dev.talentpipeline.console.identity.erasure;

import java.util.Optional;
import java.util.Set;

/** Who was ever erased, which internship-service knows. */
public interface Erasures {

    /** By ids that lead to nobody; empty while nobody can say. */
    Optional<Set<String>> people();
}
