package dev.talentpipeline.monitoring.ledger;

import java.util.List;

/** What readers and writers say of themselves, with the places that they have committed. */
public interface ReaderReports {

    /** Of all readers that keep account. */
    List<ReaderAccount> look();

    /** Of all writers that do. */
    List<WriterAccount> written();
}
