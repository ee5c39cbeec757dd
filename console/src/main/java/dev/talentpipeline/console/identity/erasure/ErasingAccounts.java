package dev.talentpipeline.console.identity.erasure;

import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.Accounts;
import dev.talentpipeline.console.identity.Transactions;
import dev.talentpipeline.console.identity.signin.HoldingSignIns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks from time to time who was erased, and removes their accounts with what hangs on these. That a person was erased is kept,
 * so that an accounts file which still lists them does not bring them back. Whatever fails is done by a later sweep, and a database
 * out of a backup is put right by the next one.
 *
 * <p>The trail needs no erasing: it names students by the person they are.
 */
public final class ErasingAccounts {

    /** So many sweeps fit into an erasure window. An erasure takes three. */
    private static final int SWEEPS = 20;

    private static final Duration SOONEST = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofHours(1);
    /** Whoever could not say who was erased, as at a start of everything at once, is asked again soon. */
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final Erasures erasures;
    private final ErasedPeople people;
    private final HoldingSignIns holding;
    private final Transactions transactions;
    private final Duration pause;
    private final Clock clock;
    private Instant next = Instant.MIN;

    public ErasingAccounts(
            Accounts accounts,
            Erasures erasures,
            ErasedPeople people,
            HoldingSignIns holding,
            Transactions transactions,
            Duration window,
            Clock clock) {
        this.accounts = accounts;
        this.erasures = erasures;
        this.people = people;
        this.holding = holding;
        this.transactions = transactions;
        this.pause = pause(window);
        this.clock = clock;
    }

    private static Duration pause(Duration window) {
        Duration pause = window.dividedBy(SWEEPS);
        return pause.compareTo(SOONEST) < 0 ? SOONEST : pause.compareTo(LATEST) > 0 ? LATEST : pause;
    }

    /**
     * Removes whom it has to, if it is time for it. Called by one thread.
     *
     * @return how many accounts
     */
    public int sweep() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return 0;
        }
        next = now.plus(pause);
        // First the files of those before, which need nobody's answer.
        people.cleanFiles();
        List<Account> ofPeople = accounts.all().stream()
                .filter(account -> account.identity().person() != null)
                .toList();
        if (ofPeople.isEmpty()) {
            return 0;
        }
        Optional<Set<String>> erased = erasures.people();
        if (erased.isEmpty() && ASKED_AGAIN.compareTo(pause) < 0) {
            next = now.plus(ASKED_AGAIN);
        }
        List<Account> going = ofPeople.stream()
                .filter(account ->
                        erased.orElse(Set.of()).contains(account.identity().person()))
                .toList();
        going.forEach(this::remove);
        return going.size();
    }

    private void remove(Account account) {
        String person = account.identity().person();
        if (person == null) {
            return;
        }
        transactions.within(() -> {
            people.add(person, clock.instant());
            holding.forget(account.name());
            accounts.remove(account);
            return person;
        });
    }
}
