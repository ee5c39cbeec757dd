package dev.talentpipeline.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.schemas.UnreadableEventException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.transaction.CannotCreateTransactionException;

class FaultsTest {

    @Test
    void anEventThatCannotBeReadOrAppliedIsAFaultOfTheRecord() {
        assertThat(Faults.ofTheRecord(
                        new ListenerExecutionFailedException("x", new UnreadableEventException("cut off"))))
                .isTrue();
        assertThat(Faults.ofTheRecord(new UnappliableEventException("seats (0) must be positive.")))
                .isTrue();
    }

    @Test
    void aDatabaseThatIsAwayIsAFaultOfTheEnvironment() {
        assertThat(Faults.ofTheEnvironment(new CannotCreateTransactionException("no connection")))
                .isTrue();
        assertThat(Faults.ofTheEnvironment(new DataAccessResourceFailureException("gone")))
                .isTrue();
        assertThat(Faults.ofTheEnvironment(new CannotAcquireLockException("lost")))
                .isTrue();
        assertThat(Faults.ofTheEnvironment(new RuntimeException(new ConnectException("refused"))))
                .isTrue();
    }

    @Test
    void aBrokenConstraintIsNeither() {
        var broken = new DataIntegrityViolationException("duplicate key");
        assertThat(Faults.ofTheEnvironment(broken)).isFalse();
        assertThat(Faults.ofTheRecord(broken)).isFalse();
    }

    @Test
    void aRecordsFaultStaysOneEvenWhereItsCauseLooksLikeTheEnvironment() {
        var fault = new UnreadableEventException("schema id unknown", new ConnectException("refused"));
        assertThat(Faults.ofTheRecord(fault)).isTrue();
        assertThat(Faults.ofTheEnvironment(fault)).isFalse();
    }
}
