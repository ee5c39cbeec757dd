package dev.talentpipeline.monitoring.ledger;

import java.util.List;

/** What readers say, with the place that they have committed. */
public interface ReaderReports {

    /** Of all that keep account. */
    List<ReaderAccount> look();
}
