package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.Identity;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The person of a session. Holds the hash only until the password was checked. */
public final class SignedIn implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 3;

    private final Identity identity;
    private final @Nullable Opening opening;
    private transient @Nullable String passwordHash;

    /**
     * How the session of an account was opened; what it rests on is looked at again with every request.
     *
     * @param account who signed in, also while they act for somebody else; null: somebody without an account, who came by a link
     * @param epoch of the account at that time
     * @param cover by which they act for somebody else; null: they do not
     */
    public record Opening(
            @Nullable String account,
            int epoch,
            Instant at,
            @Nullable UUID cover) implements Serializable {}

    private SignedIn(Identity identity, @Nullable Opening opening, @Nullable String passwordHash) {
        this.identity = identity;
        this.opening = opening;
        this.passwordHash = passwordHash;
    }

    /** Somebody who shows the password of the account, which is yet to be checked. */
    static SignedIn byPassword(Account account, Instant at) {
        return new SignedIn(account.identity(), opening(account, at), account.secretHash());
    }

    /** The person of the account, however they proved it. */
    public static SignedIn to(Account account, Instant at) {
        return new SignedIn(account.identity(), opening(account, at), null);
    }

    /** Whoever calls with a token; there is no session. */
    static SignedIn byToken(Identity identity) {
        return new SignedIn(identity, null, null);
    }

    /** Somebody without an account, whose identity was proven by a link. */
    public static SignedIn byLink(Identity identity, Instant at) {
        return new SignedIn(identity, new Opening(null, 0, at, null), null);
    }

    private static Opening opening(Account account, Instant at) {
        return new Opening(account.name(), account.epoch(), at, null);
    }

    /** The same session, speaking for somebody else from now on, by a cover. */
    public SignedIn actingAs(Identity absent, UUID cover) {
        return new SignedIn(absent, with(cover), null);
    }

    /** The same session, speaking for its own account, as that now is. */
    public SignedIn as(Identity own) {
        return new SignedIn(own, with(null), null);
    }

    private Opening with(@Nullable UUID cover) {
        Opening before =
                Objects.requireNonNull(opening, "Only the session of an account can change whom it speaks for.");
        return new Opening(before.account(), before.epoch(), before.at(), cover);
    }

    public Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(this, null, getAuthorities());
    }

    public Identity identity() {
        return identity;
    }

    /** Null for whoever calls with a token. */
    public @Nullable Opening opening() {
        return opening;
    }

    @Override
    public String getUsername() {
        return identity.subject();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + identity.role().name()));
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && identity.equals(that.identity);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(identity);
    }
}
