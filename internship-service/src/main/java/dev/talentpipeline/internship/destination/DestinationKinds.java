package dev.talentpipeline.internship.destination;

import java.util.List;
import java.util.Optional;

/** The table of kinds that is in force. */
public interface DestinationKinds {

    /** In the order of their codes. */
    List<DestinationKind> all();

    Optional<DestinationKind> find(String code);

    /** The kind of an employment agreement of the platform. */
    DestinationKind platform();
}
