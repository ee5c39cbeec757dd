package dev.talentpipeline.kit.kafka;

import dev.talentpipeline.schemas.UnreadableEventException;
import java.io.IOException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Sorts what a listener threw: the record's own fault, or one of the world around it. */
final class Faults {

    private Faults() {}

    /** Whether the record can never be processed, so that trying again is pointless. */
    static boolean ofTheRecord(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof UnreadableEventException || t instanceof UnappliableEventException) {
                return true;
            }
        }
        return false;
    }

    /** Whether the fault heals without anybody touching the record: the record waits, however long it takes. */
    static boolean ofTheEnvironment(Throwable fault) {
        if (ofTheRecord(fault)) {
            return false;
        }
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof TransientDataAccessException
                    || t instanceof RecoverableDataAccessException
                    || t instanceof DataAccessResourceFailureException
                    || t instanceof TransactionException
                    || t instanceof SQLTransientException
                    || t instanceof SQLRecoverableException
                    || t instanceof SQLNonTransientConnectionException
                    || t instanceof KafkaException
                    || t instanceof IOException
                    || t instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }
}
