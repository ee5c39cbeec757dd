package dev.talentpipeline.console.identity.invitation;

import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.Account.Kind;
import dev.talentpipeline.console.identity.Account.Origin;
import dev.talentpipeline.console.identity.Fields;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Links;
import dev.talentpipeline.console.identity.Links.Purpose;
import dev.talentpipeline.console.identity.Refusal;
import dev.talentpipeline.console.identity.Refusal.Reason;
import dev.talentpipeline.console.identity.SecretHashing;
import dev.talentpipeline.console.identity.Transactions;
import dev.talentpipeline.console.identity.UserAccounts;
import dev.talentpipeline.console.identity.password.PasswordRule;
import dev.talentpipeline.console.identity.trail.Act;
import dev.talentpipeline.console.identity.trail.Trail;
import dev.talentpipeline.console.identity.trail.TrailEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A guest opens an account by the link they were handed: once, and only by the latest link. */
public final class AcceptingInvitation {

    private final Invitations invitations;
    private final UserAccounts accounts;
    private final SecretHashing hashing;
    private final Links links;
    private final Trail trail;
    private final Transactions transactions;
    private final Clock clock;

    public AcceptingInvitation(
            Invitations invitations,
            UserAccounts accounts,
            SecretHashing hashing,
            Links links,
            Trail trail,
            Transactions transactions,
            Clock clock) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.hashing = hashing;
        this.links = links;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The name that the guest signs in with, and the one that colleagues read. */
    public record Chosen(String name, String displayName) {}

    /** The invitation that the link opens, while it does. Looking at it changes nothing. */
    public Optional<Invitation> look(String token) {
        return links.read(Purpose.INVITATION, token)
                .flatMap(link -> Optional.ofNullable(invitations.findByLink(link)))
                .filter(invitation -> invitation.state(clock.instant()) == Invitation.State.OPEN);
    }

    /** Opens an account with a password. */
    public Account accept(String token, Chosen chosen, String password) {
        check(token, chosen);
        PasswordRule.check("password", password, chosen.name());
        return open(token, chosen, hashing.hash(Kind.USER, password), account -> {});
    }

    /** Refuses a choice that could not be accepted, so that a guest hears of it before they go to their provider. */
    public void check(String token, Chosen chosen) {
        check(chosen);
        if (look(token).isEmpty()) {
            throw notValid();
        }
    }

    /**
     * Opens an account without a password.
     *
     * @param linking gives it another way to sign in, in the same transaction
     */
    public Account acceptWithoutPassword(String token, Chosen chosen, Consumer<Account> linking) {
        check(chosen);
        return open(token, chosen, null, linking);
    }

    private Account open(String token, Chosen chosen, @Nullable String hash, Consumer<Account> linking) {
        return transactions.within(() -> {
            Invitation invitation = links.read(Purpose.INVITATION, token)
                    .flatMap(link -> Optional.ofNullable(invitations.lockByLink(link)))
                    .orElseThrow(AcceptingInvitation::notValid);
            Instant now = clock.instant();
            if (invitation.state(now) != Invitation.State.OPEN) {
                throw notValid();
            }
            Identity identity =
                    new Identity(chosen.name(), invitation.role(), invitation.org(), null).with(invitation.rights());
            Account account = new Account(
                    Kind.USER,
                    hash,
                    identity,
                    Origin.INVITED,
                    hash != null,
                    true,
                    0,
                    chosen.displayName(),
                    invitation.email());
            if (!accounts.add(account)) {
                throw Refusal.of(Reason.NAME_TAKEN, "Somebody has this name already.")
                        .about("name", chosen.name())
                        .remedy("Choose another one.")
                        .asException();
            }
            invitations.change(invitation.accepted(now, chosen.name()));
            trail.add(TrailEntry.of(
                    now,
                    Act.INVITATION_ACCEPTED,
                    identity,
                    identity,
                    Map.of("invitation", invitation.id().toString())));
            linking.accept(account);
            return account;
        });
    }

    private static void check(Chosen chosen) {
        Fields.name("name", chosen.name());
        Fields.displayName("displayName", chosen.displayName());
    }

    private static RuntimeException notValid() {
        return Refusal.of(Reason.LINK_NOT_VALID, "The link is used, replaced, revoked or expired.")
                .remedy("Ask whoever invited you for a new one.")
                .asException();
    }
}
