package dev.talentpipeline.monitoring.schema;

import java.util.List;

/** What the registry has, by topic, in the order of the catalogue. */
public interface RegisteredSchemas {

    List<Registered> look();
}
