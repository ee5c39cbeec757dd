package dev.talentpipeline.console.identity.cover;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who acts for whom, and when. */
public interface Covers {

    @Nullable Cover find(UUID id);

    @Nullable Cover lock(UUID id);

    void add(Cover cover);

    void change(Cover cover);

    /** Those of the account, as the absent one or as the deputy, that are current or will be, in the order of their first days. */
    List<Cover> pending(String account, LocalDate today);
}
