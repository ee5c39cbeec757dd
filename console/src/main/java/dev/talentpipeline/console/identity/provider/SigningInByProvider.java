package dev.talentpipeline.console.identity.provider;

import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Accounts;
import dev.talentpipeline.console.identity.Administration;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Refusal;
import dev.talentpipeline.console.identity.Refusal.Reason;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.Transactions;
import dev.talentpipeline.console.identity.UserAccounts;
import dev.talentpipeline.console.identity.invitation.AcceptingInvitation;
import dev.talentpipeline.console.identity.invitation.AcceptingInvitation.Chosen;
import dev.talentpipeline.console.identity.trail.Act;
import dev.talentpipeline.console.identity.trail.Trail;
import dev.talentpipeline.console.identity.trail.TrailEntry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * A provider says who somebody is; which account that is was settled before, by an invitation or by the account's own
 * password. A provider speaks for the accounts of its organisation and for no others.
 */
public final class SigningInByProvider {

    private final ProviderIdentities identities;
    private final UserAccounts users;
    private final Accounts accounts;
    private final AcceptingInvitation accepting;
    private final Trail trail;
    private final Transactions transactions;
    private final Clock clock;

    public SigningInByProvider(
            ProviderIdentities identities,
            UserAccounts users,
            Accounts accounts,
            AcceptingInvitation accepting,
            Trail trail,
            Transactions transactions,
            Clock clock) {
        this.identities = identities;
        this.users = users;
        this.accounts = accounts;
        this.accepting = accepting;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whose provider it is. */
    public record Organisation(Role role, String org) {

        public boolean has(Identity identity) {
            return identity.role() == role && org.equals(identity.org());
        }
    }

    /** The account that the identity signs in to; empty if it is linked to none of the organisation, or to a deactivated one. */
    public Optional<Account> signIn(Organisation organisation, ProviderIdentity identity) {
        return identities
                .account(identity)
                .filter(Account::active)
                .filter(account -> organisation.has(account.identity()));
    }

    /** Links the identity to the account of somebody who has signed in by their password. */
    public Account link(Organisation organisation, ProviderIdentity identity, String name) {
        return transactions.within(() -> {
            Account account = users.lock(name);
            if (account == null || !account.active() || !organisation.has(account.identity())) {
                throw Refusal.notFound("account", name).asException();
            }
            add(identity, account);
            return account;
        });
    }

    /** Opens the account that somebody was invited to, with the provider in place of a password. */
    public Account accept(Organisation organisation, ProviderIdentity identity, String token, Chosen chosen) {
        return accepting.acceptWithoutPassword(token, chosen, account -> {
            if (!organisation.has(account.identity())) {
                throw Refusal.of(Reason.LINK_NOT_VALID, "The invitation is not of the provider's organisation.")
                        .asException();
            }
            add(identity, account);
        });
    }

    /** Takes the link away, if there is another way to sign in. */
    public void unlink(Identity caller, String issuer) {
        Administration.requireNotActing(caller);
        transactions.within(() -> {
            Account account = users.lock(caller.subject());
            if (account == null) {
                throw Refusal.notFound("account", caller.subject()).asException();
            }
            if (account.secretHash() == null) {
                throw Refusal.of(Reason.WRONG_PASSWORD, "Without a password this is the only way to sign in.")
                        .remedy("Ask an administrator for a link that sets a password first.")
                        .asException();
            }
            if (identities.remove(issuer, account.name())) {
                trail.add(TrailEntry.own(clock.instant(), Act.PROVIDER_UNLINKED, account.identity()));
            }
            return account;
        });
    }

    public List<ProviderIdentity> of(String account) {
        return accounts.find(Kind.USER, account)
                .map(found -> identities.of(found.name()))
                .orElse(List.of());
    }

    private void add(ProviderIdentity identity, Account account) {
        if (!identities.add(identity, account.name())) {
            throw Refusal.of(
                            Reason.ALREADY_LINKED,
                            "This sign-in belongs to another account, or the account has one of this provider already.")
                    .remedy("Sign in by it, or unlink it there first.")
                    .asException();
        }
        trail.add(TrailEntry.own(clock.instant(), Act.PROVIDER_LINKED, account.identity()));
    }
}
