package dev.talentpipeline.console.identity.administration;

import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Account.Origin;
import dev.talentpipeline.console.identity.Accounts;
import dev.talentpipeline.console.identity.Administration;
import dev.talentpipeline.console.identity.Fields;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Refusal;
import dev.talentpipeline.console.identity.Refusal.Reason;
import dev.talentpipeline.console.identity.Rights;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.Slice;
import dev.talentpipeline.console.identity.Transactions;
import dev.talentpipeline.console.identity.UserAccounts;
import dev.talentpipeline.console.identity.cover.HandingOverCovers;
import dev.talentpipeline.console.identity.trail.Act;
import dev.talentpipeline.console.identity.trail.Trail;
import dev.talentpipeline.console.identity.trail.TrailEntry;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Administrators see the accounts of their organisation, change their rights, deactivate them and hand them over.
 *
 * <p>An organisation that has an administrator keeps one: this refuses to take the last one away, and so does a trigger of the
 * database, which also sees two who do it at once.
 */
public final class AdministeringAccounts {

    private final UserAccounts users;
    private final Accounts accounts;
    private final HandingOverCovers covers;
    private final Trail trail;
    private final Transactions transactions;
    private final Clock clock;

    public AdministeringAccounts(
            UserAccounts users,
            Accounts accounts,
            HandingOverCovers covers,
            Trail trail,
            Transactions transactions,
            Clock clock) {
        this.users = users;
        this.accounts = accounts;
        this.covers = covers;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The accounts that the caller administers.
     *
     * @param org of operations: one organisation only; of others it can only be their own
     */
    public Slice<Account> list(Identity caller, @Nullable String org, @Nullable String after, int limit) {
        Administration.requireAdministrator(caller);
        return caller.role() == Role.OPERATIONS
                ? users.list(null, org, after, limit)
                : users.list(caller.role(), caller.org(), after, limit);
    }

    public Account find(Identity caller, String name) {
        Administration.requireAdministrator(caller);
        return accounts.find(Kind.USER, name)
                .filter(account -> Administration.mayAdminister(
                        caller, account.identity().role(), account.identity().org()))
                .orElseThrow(() -> Refusal.notFound("account", name).asException());
    }

    public Account changeRights(Identity caller, String name, Rights rights) {
        return transactions.within(() -> {
            Account account = lock(caller, name);
            Fields.school(account.identity().role(), rights.school());
            Administration.requireOfTheirSchool(caller, rights.school());
            if (widens(account.identity().rights(), rights)) {
                Administration.requireNotActing(caller);
            }
            if (account.identity().rights().equals(rights)) {
                return account;
            }
            return writeRights(caller, account, rights);
        });
    }

    private static boolean widens(Rights before, Rights after) {
        return (after.administrator() && !before.administrator())
                || (before.school() != null && !before.school().equals(after.school()));
    }

    /** Deactivating ends the account's sessions at once. */
    public Account setActive(Identity caller, String name, boolean active) {
        return transactions.within(() -> {
            Account account = lock(caller, name);
            if (account.active() == active) {
                return account;
            }
            if (!active) {
                requireOtherAdministrator(account, false);
            }
            Account changed = account.activated(active);
            users.change(changed);
            record(active ? Act.REACTIVATED : Act.DEACTIVATED, caller, account, Map.of());
            return changed;
        });
    }

    /**
     * Somebody leaves: another account takes over their rights and whom they cover, and theirs is deactivated. All of it or
     * nothing.
     */
    public Account handOver(Identity caller, String leaving, String successor) {
        if (leaving.equals(successor)) {
            throw Refusal.invalid("to", successor, "Name another account.").asException();
        }
        Administration.requireNotActing(caller);
        return transactions.within(() -> {
            // In the order of their names, so that two who hand over to each other do not wait for each other.
            boolean leavingFirst = leaving.compareTo(successor) < 0;
            Account first = lock(caller, leavingFirst ? leaving : successor);
            Account second = lock(caller, leavingFirst ? successor : leaving);
            Account from = leavingFirst ? first : second;
            Account to = leavingFirst ? second : first;
            requireFit(from, to);
            Rights taken = united(from, to);
            Account after = to.identity().rights().equals(taken) ? to : writeRights(caller, to, taken);
            covers.handOver(from.name(), to.name(), caller);
            if (from.active()) {
                requireOtherAdministrator(from, false);
                users.change(from.activated(false));
            }
            record(Act.HANDED_OVER, caller, from, Map.of("to", to.identity().inTrail()));
            return after;
        });
    }

    private static void requireFit(Account from, Account to) {
        if (!from.identity().isColleagueOf(to.identity())) {
            throw Refusal.invalid("to", to.name(), "Name an account of the same organisation.")
                    .asException();
        }
        if (!to.active()) {
            throw Refusal.of(Reason.ACCOUNT_NOT_ACTIVE, "The account that is to take over is deactivated.")
                    .about("to", to.name())
                    .remedy("Activate it first.")
                    .asException();
        }
    }

    private static Rights united(Account from, Account to) {
        String left = from.identity().school();
        String has = to.identity().school();
        if (left != null && has != null && !left.equals(has)) {
            throw Refusal.of(Reason.SCHOOLS_DIFFER, "The two accounts are bound to different schools.")
                    .about("to", to.name())
                    .remedy("Widen the rights of the account that is to take over first.")
                    .asException();
        }
        return new Rights(
                from.identity().administrator() || to.identity().administrator(),
                left == null || has == null ? null : has);
    }

    private Account writeRights(Identity caller, Account account, Rights rights) {
        if (account.origin() == Origin.PROVISIONED) {
            throw Refusal.of(
                            Reason.ACCOUNT_PROVISIONED,
                            "The rights of this account stand in the operator's accounts file.")
                    .about("name", account.name())
                    .remedy("Ask operations to change them there, or invite the person to an account of their own.")
                    .asException();
        }
        Identity changed = account.identity().with(rights);
        requireOtherAdministrator(account, Administration.administers(changed));
        Account after = account.with(changed);
        users.change(after);
        record(
                Act.RIGHTS_CHANGED,
                caller,
                account,
                Map.of(
                        "administrator", Boolean.toString(rights.administrator()),
                        "school", Objects.requireNonNullElse(rights.school(), "")));
        return after;
    }

    private void requireOtherAdministrator(Account before, boolean remains) {
        boolean takesAway = before.active() && Administration.administers(before.identity()) && !remains;
        if (takesAway && !users.hasOtherAdministrator(before)) {
            throw Refusal.of(Reason.LAST_ADMINISTRATOR, "This is the last administrator of the organisation.")
                    .about("name", before.name())
                    .remedy("Make somebody else an administrator first, or hand the account over.")
                    .asException();
        }
    }

    private Account lock(Identity caller, String name) {
        Administration.requireAdministrator(caller);
        Account account = users.lock(name);
        if (account == null) {
            throw Refusal.notFound("account", name).asException();
        }
        Administration.requireMayAdminister(caller, account.identity());
        Administration.requireOfTheirSchool(caller, account.identity().school());
        Administration.requireNotOneOfTheTwo(caller, name);
        return account;
    }

    private void record(Act act, Identity caller, Account account, Map<String, String> facts) {
        trail.add(TrailEntry.of(clock.instant(), act, caller, account.identity(), facts));
    }
}
