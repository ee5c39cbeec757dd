package dev.talentpipeline.console.identity.security;

import dev.talentpipeline.console.identity.Account;
import dev.talentpipeline.console.identity.Identity;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The person of a session. Holds the hash only until the password was checked. */
public final class SignedIn implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1;

    private final Identity identity;
    private transient @Nullable String passwordHash;

    private SignedIn(Identity identity, @Nullable String passwordHash) {
        this.identity = identity;
        this.passwordHash = passwordHash;
    }

    static SignedIn byPassword(Account account) {
        return new SignedIn(account.identity(), account.secretHash());
    }

    /** Somebody whose identity was proven by other means than a password. */
    public static Authentication proven(Identity identity) {
        SignedIn signedIn = new SignedIn(identity, null);
        return UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities());
    }

    public Identity identity() {
        return identity;
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
