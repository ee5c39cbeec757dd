package dev.talentpipeline.console.identity.cover;

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
import dev.talentpipeline.console.identity.trail.Act;
import dev.talentpipeline.console.identity.trail.Trail;
import dev.talentpipeline.console.identity.trail.TrailEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * An account names a colleague who acts for it from one day to another. The deputy signs in as themselves, and then switches:
 * from that on services see the absent colleague as who asks, and the deputy as who really acts.
 */
public final class CoveringAbsence implements Deputies {

    private static final int LONGEST_DAYS = 366;

    private final Covers covers;
    private final UserAccounts users;
    private final Accounts accounts;
    private final Trail trail;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public CoveringAbsence(
            Covers covers,
            UserAccounts users,
            Accounts accounts,
            Trail trail,
            Transactions transactions,
            Clock clock,
            Supplier<UUID> ids) {
        this.covers = covers;
        this.users = users;
        this.accounts = accounts;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** Who is to act, from which day to which, both included. */
    public record Absence(String deputy, LocalDate from, LocalDate until) {}

    /**
     * Names a deputy. Whoever is named again for the same days is so already.
     *
     * @param absent the account to be covered: the caller's own, or, for administrators, one of their organisation
     */
    public Cover name(Identity caller, String absent, Absence absence) {
        Administration.requireNotActing(caller);
        LocalDate today = today();
        check(absence, today);
        return transactions.within(() -> {
            // Both in the order of their names, as a handover locks them, which may make the deputy one of the same
            // days.
            boolean absentFirst = absent.compareTo(absence.deputy()) < 0;
            Account first = users.lock(absentFirst ? absent : absence.deputy());
            Account second = users.lock(absentFirst ? absence.deputy() : absent);
            Account account = absentFirst ? first : second;
            if (account == null) {
                throw Refusal.notFound("account", absent).asException();
            }
            requireOwnOrAdministered(caller, account.identity());
            Account deputy = Optional.ofNullable(absentFirst ? second : first)
                    .filter(Account::active)
                    .filter(found -> found.identity().isColleagueOf(account.identity()))
                    .filter(found -> !found.name().equals(absent))
                    .orElseThrow(() -> Refusal.invalid(
                                    "deputy", absence.deputy(), "Name an active account of the same organisation.")
                            .asException());
            if (account.identity().role() == Role.STUDENT) {
                throw Refusal.invalid("account", absent, "Nobody acts for a student.")
                        .asException();
            }
            Cover cover = new Cover(
                    ids.get(), absent, deputy.name(), absence.from(), absence.until(), caller.subject(), null);
            Optional<Cover> before = covers.pending(absent, today).stream()
                    .filter(cover::isSameAs)
                    .findFirst();
            if (before.isPresent()) {
                return before.get();
            }
            covers.add(cover);
            record(Act.COVER_NAMED, caller, account.identity(), cover);
            return cover;
        });
    }

    /** Ends a cover before its time. Either of the two may, and an administrator. A session that acts by it stops doing so. */
    public void end(Identity caller, UUID id) {
        Administration.requireNotActing(caller);
        transactions.within(() -> {
            // The account first, as everybody locks who changes what hangs on it.
            Cover found = covers.find(id);
            Account account = found == null ? null : users.lock(found.account());
            Cover cover = account == null ? null : covers.lock(id);
            if (account == null || cover == null) {
                throw Refusal.notFound("cover", id.toString()).asException();
            }
            if (!caller.subject().equals(cover.deputy()) || !caller.isColleagueOf(account.identity())) {
                requireOwnOrAdministered(caller, account.identity());
            }
            if (cover.isPending(today())) {
                covers.change(cover.ended(caller.subject()));
                record(Act.COVER_ENDED, caller, account.identity(), cover);
            }
            return cover;
        });
    }

    /** Those of the account, whichever of the two it is, that are current or will be. */
    public List<Cover> pending(String account) {
        return covers.pending(account, today());
    }

    /** Begins to act by the cover, and gives whom the deputy's session speaks for from now on. */
    public Identity start(Identity deputy, UUID id) {
        Administration.requireNotActing(deputy);
        return transactions.within(() -> {
            Identity absent = actingFor(deputy.subject(), id)
                    .orElseThrow(() -> Refusal.of(
                                    Reason.COVER_NOT_CURRENT, "You do not act for anybody by this cover today.")
                            .remedy("Look at its days on your account page.")
                            .asException());
            trail.add(
                    TrailEntry.of(clock.instant(), Act.ACTING_STARTED, absent, absent, Map.of("cover", id.toString())));
            return absent;
        });
    }

    /** Notes that the deputy acts for themselves again. */
    public void stop(Identity acting) {
        trail.add(TrailEntry.of(clock.instant(), Act.ACTING_ENDED, acting, acting));
    }

    @Override
    public Optional<Identity> actingFor(String deputy, UUID id) {
        Cover cover = covers.find(id);
        if (cover == null || !cover.deputy().equals(deputy) || !cover.isCurrent(today())) {
            return Optional.empty();
        }
        return accounts.find(Kind.USER, cover.account())
                .filter(Account::active)
                .map(account -> account.identity().actedBy(deputy));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Cover.CALENDAR);
    }

    private static void check(Absence absence, LocalDate today) {
        if (absence.until().isBefore(today)) {
            throw Refusal.invalid("until", absence.until(), "Give a day that is not over, from " + today + " on.")
                    .asException();
        }
        if (absence.from().isAfter(absence.until())) {
            throw Refusal.invalid("from", absence.from(), "Give a day up to " + absence.until() + ", the last one.")
                    .asException();
        }
        if (absence.from().plusDays(LONGEST_DAYS).isBefore(absence.until())) {
            throw Refusal.invalid(
                            "until",
                            absence.until(),
                            "Cover at most " + LONGEST_DAYS + " days; hand the account over if somebody leaves.")
                    .asException();
        }
    }

    private static void requireOwnOrAdministered(Identity caller, Identity account) {
        boolean own = caller.subject().equals(account.subject()) && caller.isColleagueOf(account);
        if (!own) {
            Administration.requireMayAdminister(caller, account);
        }
    }

    private void record(Act act, Identity caller, Identity account, Cover cover) {
        trail.add(TrailEntry.of(
                clock.instant(),
                act,
                caller,
                account,
                Map.of(
                        "cover", cover.id().toString(),
                        "deputy", cover.deputy(),
                        "from", cover.from().toString(),
                        "until", cover.until().toString())));
    }
}
