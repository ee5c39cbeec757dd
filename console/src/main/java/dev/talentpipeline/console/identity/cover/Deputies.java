package dev.talentpipeline.console.identity.cover;

import dev.talentpipeline.console.identity.Identity;
import java.util.Optional;
import java.util.UUID;

/** Who may act for whom at this moment. */
public interface Deputies {

    /** For whom the deputy may act by the cover; empty once it is over or ended, or either account is. */
    Optional<Identity> actingFor(String deputy, UUID cover);
}
