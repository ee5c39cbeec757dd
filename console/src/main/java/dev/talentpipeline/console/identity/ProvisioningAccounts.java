package dev.talentpipeline.console.identity;

import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Account.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Makes the kept accounts say what an operator's list says: the list is the whole truth about the accounts that come from it,
 * so who is no longer on it can no longer sign in. Accounts of invited people are none of its business; nor is a password that
 * a listed person chose later by themselves, nor that an administrator deactivated the account. Whoever was erased stays erased,
 * listed or not.
 *
 * <p>Checking a secret costs as much as hashing it, so the work is in two parts. {@link #apply} does what must be done before
 * anybody signs in: it hashes only accounts that are new. {@link #renewIfChanged} checks the rest, and may run while the
 * console already serves. Keeping a fast digest beside the hash would save the second part, and would hand whoever steals
 * the table a fast way to guess passwords.
 */
public final class ProvisioningAccounts {

    private final Accounts accounts;
    private final SecretHashing hashing;
    private final Predicate<String> isErased;

    /** @param isErased whether the person of the id was erased */
    public ProvisioningAccounts(Accounts accounts, SecretHashing hashing, Predicate<String> isErased) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.isErased = isErased;
    }

    /** What {@link #apply} did, how many were left out as erased, and the accounts whose secrets remain to be checked. */
    public record Applied(int added, int removed, int erased, List<ProvisionedAccount> unchecked) {}

    public Applied apply(List<ProvisionedAccount> listed) {
        Map<Key, ProvisionedAccount> wanted = new HashMap<>();
        for (ProvisionedAccount account : listed) {
            if (wanted.put(Key.of(account.kind(), account.identity()), account) != null) {
                throw new IllegalArgumentException(account.kind() + " "
                        + account.identity().subject() + " must be listed once. Maybe it was copied and not renamed.");
            }
        }
        int listedInAll = wanted.size();
        wanted.values().removeIf(this::isErased);
        Map<Key, Account> kept = new HashMap<>();
        for (Account account : accounts.all()) {
            Key key = Key.of(account.kind(), account.identity());
            if (account.origin() == Origin.PROVISIONED) {
                kept.put(key, account);
            } else if (wanted.containsKey(key)) {
                throw new IllegalArgumentException(account.kind() + " " + account.name()
                        + " must not be listed: somebody was invited and chose this name. Maybe list another one.");
            }
        }

        List<ProvisionedAccount> added = wanted.entrySet().stream()
                .filter(entry -> !kept.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        added.parallelStream().map(this::hashed).toList().forEach(accounts::put);

        List<Account> removed = kept.entrySet().stream()
                .filter(entry -> !wanted.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        removed.forEach(accounts::remove);

        List<ProvisionedAccount> unchecked = wanted.entrySet().stream()
                .filter(entry -> kept.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        unchecked.forEach(account -> updateIdentity(account, kept));
        return new Applied(added.size(), removed.size(), listedInAll - wanted.size(), unchecked);
    }

    /** Hashes the account's secret again if it differs from what is kept, and says whether it did. */
    public boolean renewIfChanged(ProvisionedAccount account) {
        boolean current = accounts.find(account.kind(), account.identity().subject())
                .filter(kept -> kept.ownSecret() || isSecretOf(kept, account))
                .isPresent();
        if (current || isErased(account)) {
            return false;
        }
        accounts.put(hashed(account));
        return true;
    }

    private boolean isErased(ProvisionedAccount account) {
        String person = account.identity().person();
        return person != null && isErased.test(person);
    }

    private boolean isSecretOf(Account kept, ProvisionedAccount account) {
        String hash = kept.secretHash();
        return hash != null && hashing.matches(account.kind(), account.secret(), hash);
    }

    private void updateIdentity(ProvisionedAccount account, Map<Key, Account> kept) {
        Account before = kept.get(Key.of(account.kind(), account.identity()));
        if (before != null && !before.identity().equals(account.identity())) {
            accounts.put(before.with(account.identity()));
        }
    }

    private Account hashed(ProvisionedAccount account) {
        return new Account(account.kind(), hashing.hash(account.kind(), account.secret()), account.identity());
    }

    private record Key(Kind kind, String name) {
        static Key of(Kind kind, Identity identity) {
            return new Key(kind, identity.subject());
        }
    }
}
