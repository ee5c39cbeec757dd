package dev.talentpipeline.monitoring.flow;

import java.util.List;

/** What is declared: the topics, who writes and who reads them. */
public interface Catalogue {

    List<Flow.Declared> topics();
}
