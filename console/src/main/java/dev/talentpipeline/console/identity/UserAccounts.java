package dev.talentpipeline.console.identity;

import org.jspecify.annotations.Nullable;

/** The accounts of people, as they themselves and their administrators change them. */
public interface UserAccounts {

    /** Reads the account and holds its row until the end of the transaction; null if there is none. */
    @Nullable Account lock(String name);

    /** Adds the account, and says whether its name was free among users and clients. */
    boolean add(Account account);

    /** Writes rights, secret, state and epoch. */
    void change(Account account);

    /** Whether the organisation has another active account that administers it. */
    boolean hasOtherAdministrator(Account account);

    /**
     * Lists by name.
     *
     * @param role null: every role
     * @param org null: every organisation
     */
    Slice<Account> list(@Nullable Role role, @Nullable String org, @Nullable String after, int limit);
}
