package dev.talentpipeline.console.identity.password;

import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Administration;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Links;
import dev.talentpipeline.console.identity.Links.Purpose;
import dev.talentpipeline.console.identity.Refusal;
import dev.talentpipeline.console.identity.Refusal.Reason;
import dev.talentpipeline.console.identity.SecretHashing;
import dev.talentpipeline.console.identity.Transactions;
import dev.talentpipeline.console.identity.UserAccounts;
import dev.talentpipeline.console.identity.signin.HoldingSignIns;
import dev.talentpipeline.console.identity.trail.Act;
import dev.talentpipeline.console.identity.trail.Trail;
import dev.talentpipeline.console.identity.trail.TrailEntry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A person changes their password by the one they have, or sets it by a link that an administrator issued. Either ends every
 * session that was opened before.
 */
public final class ChangingPassword {

    static final Duration LINK_OPEN_FOR = Duration.ofHours(24);

    private final UserAccounts accounts;
    private final Resets resets;
    private final SecretHashing hashing;
    private final HoldingSignIns holding;
    private final Links links;
    private final Trail trail;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public ChangingPassword(
            UserAccounts accounts,
            Resets resets,
            SecretHashing hashing,
            HoldingSignIns holding,
            Links links,
            Trail trail,
            Transactions transactions,
            Clock clock,
            Supplier<UUID> ids) {
        this.accounts = accounts;
        this.resets = resets;
        this.hashing = hashing;
        this.holding = holding;
        this.links = links;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** A link that sets a password, for the administrator to hand over. */
    public record IssuedLink(URI link, Instant expiresAt) {}

    /**
     * Changes the caller's own password. A wrong one counts as a failed sign-in: a session that was left open is no place to
     * guess at.
     */
    public Account change(Identity caller, String address, String current, String chosen) {
        Administration.requireNotActing(caller);
        String name = caller.subject();
        PasswordRule.check("newPassword", chosen, name);
        HoldingSignIns.Attempt attempt = begin(name, address);
        String hash = hashing.hash(Kind.USER, chosen);
        Account changed = transactions.within(() -> {
            Account account = present(name);
            String kept = account.secretHash();
            if (kept == null || !hashing.matches(Kind.USER, current, kept)) {
                throw Refusal.of(Reason.WRONG_PASSWORD, "The current password is not right.")
                        .about("currentPassword", null)
                        .asException();
            }
            return write(account.withOwnSecret(hash), Act.PASSWORD_CHANGED, caller);
        });
        holding.succeeded(attempt);
        return changed;
    }

    public IssuedLink issueLink(Identity caller, String name) {
        Administration.requireAdministrator(caller);
        Administration.requireNotActing(caller);
        return transactions.within(() -> {
            Account account = accounts.lock(name);
            if (account == null) {
                throw Refusal.notFound("account", name).asException();
            }
            Administration.requireMayAdminister(caller, account.identity());
            Administration.requireOfTheirSchool(caller, account.identity().school());
            if (!account.active()) {
                throw Refusal.of(Reason.ACCOUNT_NOT_ACTIVE, "The account is deactivated.")
                        .remedy("Activate it first.")
                        .asException();
            }
            Instant now = clock.instant();
            Resets.Reset reset = new Resets.Reset(ids.get(), name, now.plus(LINK_OPEN_FOR));
            resets.put(reset);
            trail.add(TrailEntry.of(now, Act.RESET_ISSUED, caller, account.identity()));
            return new IssuedLink(
                    links.issue(Purpose.PASSWORD_RESET, reset.link(), reset.expiresAt()), reset.expiresAt());
        });
    }

    /** Whose password the link sets; null if it sets none. */
    public @Nullable String accountOf(String token) {
        UUID link = links.read(Purpose.PASSWORD_RESET, token).orElse(null);
        Resets.Reset reset = link == null ? null : resets.find(link);
        return reset == null ? null : reset.account();
    }

    /** Sets the password by a link, once. */
    public Account reset(String token, String chosen) {
        UUID link = links.read(Purpose.PASSWORD_RESET, token).orElseThrow(ChangingPassword::notValid);
        Resets.Reset reset = resets.find(link);
        if (reset == null) {
            throw notValid();
        }
        PasswordRule.check("password", chosen, reset.account());
        String hash = hashing.hash(Kind.USER, chosen);
        Account changed = transactions.within(() -> {
            Account account = accounts.lock(reset.account());
            // Taken under the lock of the account, so that of two who use the link at once one is refused.
            if (account == null || !account.active() || !resets.take(link)) {
                throw notValid();
            }
            return write(account.withOwnSecret(hash), Act.PASSWORD_RESET, account.identity());
        });
        holding.forget(changed.name());
        return changed;
    }

    private HoldingSignIns.Attempt begin(String name, String address) {
        try {
            return holding.begin(name, address);
        } catch (HoldingSignIns.HeldException e) {
            throw e.refusal().asException();
        }
    }

    private Account write(Account changed, Act act, Identity caller) {
        accounts.change(changed);
        resets.removeOf(changed.name());
        trail.add(TrailEntry.of(clock.instant(), act, caller, changed.identity()));
        return changed;
    }

    private Account present(String name) {
        Account account = accounts.lock(name);
        if (account == null) {
            throw Refusal.notFound("account", name).asException();
        }
        return account;
    }

    private static RuntimeException notValid() {
        return Refusal.of(Reason.LINK_NOT_VALID, "The link is used, replaced or expired.")
                .remedy("Ask an administrator of your organisation for a new one.")
                .asException();
    }
}
