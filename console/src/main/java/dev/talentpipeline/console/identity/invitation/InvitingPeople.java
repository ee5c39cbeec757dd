package dev.talentpipeline.console.identity.invitation;

import dev.talentpipeline.console.identity.Administration;
import dev.talentpipeline.console.identity.Fields;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Links;
import dev.talentpipeline.console.identity.Links.Purpose;
import dev.talentpipeline.console.identity.Refusal;
import dev.talentpipeline.console.identity.Refusal.Reason;
import dev.talentpipeline.console.identity.Rights;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.Slice;
import dev.talentpipeline.console.identity.Transactions;
import dev.talentpipeline.console.identity.trail.Act;
import dev.talentpipeline.console.identity.trail.Trail;
import dev.talentpipeline.console.identity.trail.TrailEntry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Administrators invite people into their organisation, never by a deputy, whose guest would outlast the cover; operations invites the administrators of any. The link is given to
 * whoever invites, who hands it over: the console sends no mail.
 */
public final class InvitingPeople {

    static final Duration OPEN_FOR = Duration.ofDays(7);

    private final Invitations invitations;
    private final Links links;
    private final Trail trail;
    private final Transactions transactions;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public InvitingPeople(
            Invitations invitations,
            Links links,
            Trail trail,
            Transactions transactions,
            Clock clock,
            Supplier<UUID> ids) {
        this.invitations = invitations;
        this.links = links;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** Whom to invite as what. Role and organisation that are left out are the caller's own. */
    public record Guest(
            String email, @Nullable Role role, @Nullable String org, Rights rights) {}

    /** An invitation and the link that accepts it. */
    public record Given(Invitation invitation, URI link) {}

    public Given invite(Identity caller, Guest guest) {
        Administration.requireAdministrator(caller);
        Administration.requireNotActing(caller);
        Role role = guest.role() == null ? caller.role() : guest.role();
        String org = guest.org() == null && role == caller.role() ? caller.org() : guest.org();
        check(caller, guest, role, org);
        return transactions.within(() -> {
            Instant now = clock.instant();
            Invitation pending = invitations.lockPending(role, org, guest.email());
            if (pending != null && pending.state(now) == Invitation.State.OPEN) {
                throw Refusal.of(
                                Reason.ALREADY_INVITED,
                                "This address is invited already, by the invitation " + pending.id() + ".")
                        .about("email", guest.email())
                        .remedy("Renew that invitation for a new link, or revoke it first.")
                        .asException();
            }
            if (pending != null) {
                invitations.change(pending.revoked(now));
            }
            Invitation made = new Invitation(
                    ids.get(),
                    ids.get(),
                    role,
                    org,
                    guest.rights(),
                    guest.email(),
                    caller.by(),
                    now,
                    now.plus(OPEN_FOR),
                    null,
                    null,
                    null);
            invitations.add(made);
            record(now, Act.INVITED, caller, made);
            return given(made);
        });
    }

    /** Gives a new link that is open for the whole time again; the one before is worthless from now on. */
    public Given renew(Identity caller, UUID id) {
        Administration.requireNotActing(caller);
        return transactions.within(() -> {
            Instant now = clock.instant();
            Invitation renewed = pending(caller, id).renewed(ids.get(), now.plus(OPEN_FOR));
            invitations.change(renewed);
            record(now, Act.INVITATION_RENEWED, caller, renewed);
            return given(renewed);
        });
    }

    public void revoke(Identity caller, UUID id) {
        transactions.within(() -> {
            Instant now = clock.instant();
            Invitation revoked = pending(caller, id).revoked(now);
            invitations.change(revoked);
            record(now, Act.INVITATION_REVOKED, caller, revoked);
            return revoked;
        });
    }

    public Slice<Invitation> pending(Identity caller, @Nullable UUID after, int limit) {
        Administration.requireAdministrator(caller);
        return caller.role() == Role.OPERATIONS
                ? invitations.pending(null, null, after, limit)
                : invitations.pending(caller.role(), caller.org(), after, limit);
    }

    private static void check(Identity caller, Guest guest, Role role, @Nullable String org) {
        Fields.email("email", guest.email());
        if (role == Role.STUDENT) {
            throw Refusal.invalid("role", role, "Students come by a link of their university; they are not invited.")
                    .asException();
        }
        if (role != Role.OPERATIONS) {
            Fields.organisation("org", org);
        }
        if (!Administration.mayAdminister(caller, role, org)) {
            throw Refusal.of(Reason.NOT_ADMINISTRATOR, "An administrator invites into their own organisation only.")
                    .about("org", org)
                    .remedy("Leave out role and org.")
                    .asException();
        }
        boolean elsewhere = caller.role() == Role.OPERATIONS && role != Role.OPERATIONS;
        if (elsewhere && !guest.rights().administrator()) {
            throw Refusal.invalid(
                            "administrator",
                            false,
                            "Operations invites the administrators of an organisation; they invite everybody else.")
                    .asException();
        }
        Fields.school(role, guest.rights().school());
        Administration.requireOfTheirSchool(caller, guest.rights().school());
    }

    private Invitation pending(Identity caller, UUID id) {
        Administration.requireAdministrator(caller);
        Invitation invitation = invitations.lock(id);
        if (invitation == null || !Administration.mayAdminister(caller, invitation.role(), invitation.org())) {
            throw Refusal.notFound("invitation", id.toString()).asException();
        }
        Administration.requireOfTheirSchool(caller, invitation.rights().school());
        return switch (invitation.state(clock.instant())) {
            case OPEN, EXPIRED -> invitation;
            case REVOKED, ACCEPTED ->
                throw Refusal.of(
                                Reason.INVITATION_CLOSED,
                                "The invitation was " + (invitation.acceptedAt() == null ? "revoked." : "accepted."))
                        .remedy("Invite the person anew if they have no account.")
                        .asException();
        };
    }

    private void record(Instant now, Act act, Identity caller, Invitation invitation) {
        trail.add(new TrailEntry(
                now,
                act,
                caller.by(),
                caller.onBehalfOf(),
                null,
                invitation.role(),
                invitation.org(),
                Map.of("invitation", invitation.id().toString())));
    }

    private Given given(Invitation invitation) {
        return new Given(invitation, links.issue(Purpose.INVITATION, invitation.link(), invitation.expiresAt()));
    }
}
