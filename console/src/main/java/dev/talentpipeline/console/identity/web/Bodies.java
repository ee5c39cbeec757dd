package dev.talentpipeline.console.identity.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.Refusal;
import dev.talentpipeline.console.identity.Refusal.Reason;
import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.cover.Cover;
import dev.talentpipeline.console.identity.invitation.Invitation;
import dev.talentpipeline.console.identity.invitation.InvitingPeople.Given;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.identity.security.SignedIn.Opening;
import dev.talentpipeline.console.identity.trail.Act;
import dev.talentpipeline.console.identity.trail.TrailEntry;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the calls below `/api/v1/accounts` answer, and how their parameters are read. */
final class Bodies {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private Bodies() {}

    /** An account as its administrators and its person see it. */
    record AccountAnswer(
            String name,
            @Nullable String displayName,
            @Nullable String email,
            Role role,
            @Nullable String org,
            @Nullable String school,
            boolean administrator,
            boolean active,
            Account.Origin origin) {

        static AccountAnswer of(Account account) {
            Identity identity = account.identity();
            return new AccountAnswer(
                    account.name(),
                    account.displayName(),
                    account.email(),
                    identity.role(),
                    identity.org(),
                    identity.school(),
                    identity.administrator(),
                    account.active(),
                    account.origin());
        }
    }

    /** An invitation as everybody sees it who may. */
    record InvitationAnswer(
            UUID id,
            String email,
            Role role,
            @Nullable String org,
            @Nullable String school,
            boolean administrator,
            Invitation.State state,
            String invitedBy,
            Instant invitedAt,
            Instant expiresAt) {

        static InvitationAnswer of(Invitation invitation, Instant now) {
            return new InvitationAnswer(
                    invitation.id(),
                    invitation.email(),
                    invitation.role(),
                    invitation.org(),
                    invitation.rights().school(),
                    invitation.rights().administrator(),
                    invitation.state(now),
                    invitation.invitedBy(),
                    invitation.invitedAt(),
                    invitation.expiresAt());
        }
    }

    /**
     * An invitation for whoever invites or renews, who hands it over.
     *
     * @param link opens the account
     */
    record IssuedInvitation(@JsonUnwrapped InvitationAnswer invitation, URI link, String note) {

        static IssuedInvitation of(Given given, Instant now) {
            return new IssuedInvitation(
                    InvitationAnswer.of(given.invitation(), now),
                    given.link(),
                    "The console sends no mail: hand this link to the person, and to nobody else.");
        }
    }

    record CoverAnswer(
            UUID id, String account, String deputy, LocalDate from, LocalDate until, boolean current, String namedBy) {

        static CoverAnswer of(Cover cover, LocalDate today) {
            return new CoverAnswer(
                    cover.id(),
                    cover.account(),
                    cover.deputy(),
                    cover.from(),
                    cover.until(),
                    cover.isCurrent(today),
                    cover.namedBy());
        }
    }

    record ActAnswer(
            Instant at,
            Act act,
            String by,
            @Nullable String onBehalfOf,
            @Nullable String account,
            Role role,
            @Nullable String org,
            Map<String, String> facts) {

        static ActAnswer of(TrailEntry entry) {
            return new ActAnswer(
                    entry.at(),
                    entry.act(),
                    entry.by(),
                    entry.onBehalfOf(),
                    entry.account(),
                    entry.role(),
                    entry.org(),
                    entry.facts());
        }
    }

    static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return USUAL;
        }
        if (limit < 1 || limit > MOST) {
            throw Refusal.invalid("limit", limit, "Give a whole number from 1 to " + MOST + ".")
                    .asException();
        }
        return limit;
    }

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Refusal.invalid(field, null, "Give it.").asException();
        }
        return value;
    }

    static @Nullable UUID idCursor(@Nullable String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw badCursor(cursor);
        }
    }

    static @Nullable Long numberCursor(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw badCursor(cursor);
        }
    }

    private static RuntimeException badCursor(@Nullable String cursor) {
        return Refusal.invalid("cursor", cursor, "Give the value of next of the page before.")
                .asException();
    }

    /** The account of somebody who came by a session: a machine has none, whatever its token names. */
    static Identity own(SignedIn signedIn) {
        Opening opening = signedIn.opening();
        if (opening == null || opening.account() == null) {
            throw Refusal.of(Reason.SESSION_NEEDED, "This is for a person who has signed in to an account.")
                    .remedy("Sign in at /sign-in.")
                    .asException();
        }
        return signedIn.identity();
    }
}
