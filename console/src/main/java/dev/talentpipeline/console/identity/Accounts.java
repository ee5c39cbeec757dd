package dev.talentpipeline.console.identity;

import dev.talentpipeline.console.identity.Account.Kind;
import java.util.List;
import java.util.Optional;

/** The accounts that may sign in. */
public interface Accounts {

    Optional<Account> find(Kind kind, String name);

    List<Account> all();

    /** Adds the account, or replaces the one of the same kind and name. */
    void put(Account account);

    void remove(Account account);
}
